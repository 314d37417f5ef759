-- Which attributes of a product is a question of each topic about?
-- What comes with the build has version 0. deskpulse topics attributes FILE --apply writes all of them anew, with a
-- higher one.
CREATE TABLE IF NOT EXISTS deskpulse.topic_attributes
(
    topic String COMMENT 'code of the topic of a round',
    attribute String COMMENT 'what is wrong with a product, as in defect_cases: an attribute, or a reason',
    version UInt64 COMMENT 'number of the application that wrote the row; rows of the highest hold'
)
ENGINE = ReplacingMergeTree
ORDER BY (version, topic, attribute)
COMMENT 'Attributes that questions are about, read through asked_before.';

INSERT INTO deskpulse.topic_attributes (topic, attribute, version) VALUES
    ('AUTHENTICITY', 'counterfeit', 0),
    ('COLOUR', 'colour', 0),
    ('COLOUR', 'appearance', 0),
    ('COLOUR', 'not_as_described', 0),
    ('FEATURES', 'function', 0),
    ('FEATURES', 'battery', 0),
    ('FEATURES', 'screen', 0),
    ('FEATURES', 'sound', 0),
    ('FEATURES', 'not_working', 0),
    ('GIFT', 'accessories', 0),
    ('GIFT', 'packaging', 0),
    ('GIFT', 'missing_items', 0),
    ('INGREDIENTS', 'taste', 0),
    ('INGREDIENTS', 'smell', 0),
    ('INGREDIENTS', 'freshness', 0),
    ('INGREDIENTS', 'spoiled', 0),
    ('INGREDIENTS', 'allergy', 0),
    ('MATERIAL', 'material', 0),
    ('MATERIAL', 'workmanship', 0),
    ('MATERIAL', 'not_as_described', 0),
    ('SIZE', 'size', 0),
    ('SIZE', 'wrong_size', 0),
    ('SUITABILITY', 'safety', 0),
    ('SUITABILITY', 'allergy', 0);
