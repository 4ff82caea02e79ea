"""What a message takes for granted, held against what the texts say."""
