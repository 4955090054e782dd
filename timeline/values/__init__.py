"""What a date expression can mean, apart from any text, language or clock."""
