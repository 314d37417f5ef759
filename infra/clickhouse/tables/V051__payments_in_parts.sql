-- What does an order say that was paid by several means, or paid back in parts?
-- The columns are those of ever; what they say has changed.
ALTER TABLE deskpulse.order_facts
    COMMENT COLUMN paid_at
    'payment in full: the first, or the last part of one by several means; null while unpaid';
ALTER TABLE deskpulse.order_facts
    COMMENT COLUMN paid_fen 'amount of that payment, all parts, fen; 0 while unpaid';
ALTER TABLE deskpulse.order_facts
    COMMENT COLUMN refunded_fen
    'sum of all refunds that succeeded, whenever they did, each part of each once, fen';
