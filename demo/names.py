"""Names for invented people, from many places."""

FIRST = (
    "Aaliyah", "Abdulrahman", "Adriana", "Agnieszka", "Aiko", "Alejandro", "Amina", "Anders", "Anh", "Anneliese",
    "Arjun", "Astrid", "Ayşe", "Baraka", "Beatriz", "Benoît", "Björn", "Çağla", "Carmen", "Chidi",
    "Chloé", "Daiki", "Daria", "Dmytro", "Elif", "Emeka", "Esther", "Fatou", "Femi", "Filip",
    "Gintarė", "Giulia", "Grace", "Hana", "Hamza", "Hinemoa", "Ibrahim", "Ingrid", "Ioana", "Isabel",
    "Jakub", "Jamila", "Jelena", "Ji-woo", "João", "Kalani", "Katarzyna", "Keisha", "Kofi", "Kristjana",
    "Laila", "Lars", "Leilani", "Luca", "Magnus", "Mariam", "Mateo", "Mei", "Mihail", "Moana",
    "Nadia", "Naoki", "Nikolaos", "Nilüfer", "Noémie", "Olena", "Omar", "Paolo", "Parisa", "Priya",
    "Quỳnh", "Rahel", "Ravi", "Ruth", "Samir", "Sanna", "Seo-yeon", "Sipho", "Søren", "Tamar",
    "Tariq", "Tereza", "Thandiwe", "Tiago", "Uchenna", "Valentina", "Vikram", "Wanjiru", "Yara", "Zoltán",
)  # fmt: skip

LAST = (
    "Abebe", "Achterberg", "Adeyemi", "Aguilar", "Ahmadi", "Andersson", "Balogun", "Banerjee", "Bianchi", "Brânză",
    "Castillo", "Chaudhry", "Chen", "Costa", "Dąbrowski", "Demir", "Diallo", "Dubois", "Eriksen", "Faleolo",
    "Farah", "Fernando", "Fischer", "García", "Ghorbani", "Gunnarsdóttir", "Hansen", "Haile", "Horvat", "Hoàng",
    "Ibarra", "Ivanova", "Jensen", "Joshi", "Kamau", "Kaya", "Kim", "Kovács", "Kowalska", "Kruger",
    "Lefèvre", "Lemma", "Lopes", "MacDonald", "Mahlangu", "Mensah", "Moreau", "Müller", "Murphy", "Nakamura",
    "Ndiaye", "Nguyễn", "Novák", "O’Sullivan", "Okonkwo", "Olsen", "Onyango", "Öztürk", "Papadakis", "Park",
    "Patel", "Pereira", "Petrović", "Popescu", "Quispe", "Rahman", "Ramírez", "Rossi", "Sato", "Schmidt",
    "Sharma", "Silva", "Singh", "Sørensen", "Suzuki", "Takahashi", "Tamm", "Tesfaye", "Tkachenko", "Tran",
    "Tupou", "Vasquez", "Virtanen", "Wairimu", "Wang", "Weber", "Yamamoto", "Yılmaz", "Zhang", "Zulu",
)  # fmt: skip
