"""What a question is after: a calculator, a look-up, small talk, or what the texts do not hold."""
