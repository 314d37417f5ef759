-- What does the knowledge base of each shop explain, and since when? Storage of the view articles; `deskpulse articles
-- apply` writes it: of an article that is told again the last word holds.
CREATE TABLE IF NOT EXISTS deskpulse.article_log
(
    shop_id String COMMENT 'shop; empty = every shop',
    article_id String COMMENT 'article, unique within the shop',
    version UInt64 COMMENT 'number of the application that wrote the row; the latest holds',
    topic String COMMENT 'topic of questions that it answers',
    title String COMMENT 'what people call it; may be empty',
    terms Array(String) COMMENT 'words under which it is found',
    published Date COMMENT 'first day on which buyers could read it, on the clock of the shop',
    changed Nullable(Date) COMMENT 'day of its last change; null when there was none',
    withdrawn Nullable(Date) COMMENT 'first day on which they no longer can; null when they can'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, article_id)
COMMENT 'Articles of knowledge bases. Read through articles.';
