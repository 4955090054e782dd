from __future__ import annotations

from timeline.documents.model import Document


def date_articles(articles: list[Document]) -> list[Document]:
    return articles
