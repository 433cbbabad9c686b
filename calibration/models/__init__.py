"""How managers rate: sessions on frozen ratings, and practice cases."""
