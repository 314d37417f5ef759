-- Which words of complaints are there: what is each reason counted against, and what do people call it?
-- The taxonomy that comes with the build, as views and boards need it; the attributes of products, of kind attribute,
-- stand beside the reasons. What a file of one's own adds is not here: deskpulse reasons apply FILE puts it in.
CREATE TABLE IF NOT EXISTS deskpulse.complaint_words
(
    code String COMMENT 'code of the taxonomy',
    kind String COMMENT 'quality, logistics or service, by what a reason is counted against; attribute',
    zh String COMMENT 'its Chinese name',
    en String COMMENT 'its English name',
    version UInt64 COMMENT 'number of the application that wrote the row; the latest holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (kind = 'attribute', code)
COMMENT 'Names and kinds of reasons and attributes.';

INSERT INTO deskpulse.complaint_words (code, kind, zh, en, version) VALUES
    ('defective', 'quality', '质量问题', 'Quality defect', 0),
    ('broken', 'quality', '破损', 'Arrived broken', 0),
    ('missing_items', 'quality', '少件/漏发', 'Missing items', 0),
    ('wrong_item', 'quality', '发错货', 'Wrong item', 0),
    ('not_as_described', 'quality', '与描述不符', 'Not as described', 0),
    ('counterfeit', 'quality', '假冒品牌', 'Counterfeit', 0),
    ('wrong_size', 'quality', '尺码不合适', 'Wrong size', 0),
    ('not_working', 'quality', '无法使用', 'Does not work', 0),
    ('worn_out', 'quality', '不耐用', 'Wears out', 0),
    ('spoiled', 'quality', '变质/过期', 'Spoiled or expired', 0),
    ('allergy', 'quality', '过敏/不适', 'Allergy or injury', 0),
    ('delivery', 'logistics', '物流问题', 'Delivery problem', 0),
    ('late', 'logistics', '物流慢', 'Late delivery', 0),
    ('not_dispatched', 'logistics', '未按约定时间发货', 'Not dispatched in time', 0),
    ('not_received', 'logistics', '未收到货', 'Not received', 0),
    ('lost', 'logistics', '快递丢失', 'Parcel lost', 0),
    ('false_delivery', 'logistics', '虚假签收', 'Falsely marked as delivered', 0),
    ('misdelivered', 'logistics', '送错地址', 'Wrong address', 0),
    ('courier', 'logistics', '快递服务差', 'Courier service', 0),
    ('service', 'service', '服务问题', 'Service problem', 0),
    ('rude', 'service', '态度差', 'Rude service', 0),
    ('slow_reply', 'service', '未及时回复', 'Slow reply', 0),
    ('wrong_advice', 'service', '错误答复', 'Wrong advice', 0),
    ('broken_promise', 'service', '未履行承诺', 'Promise not kept', 0),
    ('refund_delayed', 'service', '退款问题', 'Refund late or refused', 0),
    ('unresolved', 'service', '售后不处理', 'Not resolved', 0),
    ('overcharged', 'service', '价格/收费问题', 'Overcharged', 0),
    ('low_rating', 'quality', '低分评价', 'Low rating', 0),
    ('size', 'attribute', '尺码/尺寸', 'Size', 0),
    ('colour', 'attribute', '颜色', 'Colour', 0),
    ('smell', 'attribute', '气味', 'Smell', 0),
    ('taste', 'attribute', '口味', 'Taste', 0),
    ('material', 'attribute', '材质', 'Material', 0),
    ('workmanship', 'attribute', '做工', 'Workmanship', 0),
    ('packaging', 'attribute', '包装', 'Packaging', 0),
    ('freshness', 'attribute', '新鲜度', 'Freshness', 0),
    ('quantity', 'attribute', '数量', 'Quantity', 0),
    ('accessories', 'attribute', '配件/赠品', 'Accessories', 0),
    ('battery', 'attribute', '电池/充电', 'Battery', 0),
    ('screen', 'attribute', '屏幕', 'Screen', 0),
    ('sound', 'attribute', '声音', 'Sound', 0),
    ('function', 'attribute', '功能/效果', 'Function', 0),
    ('appearance', 'attribute', '外观', 'Appearance', 0),
    ('safety', 'attribute', '安全', 'Safety', 0);
