-- Where does a shop's people open a conversation, a ticket or an order? For the link from the page of a case.
ALTER TABLE deskpulse.shop_settings
    ADD COLUMN IF NOT EXISTS workbench String
        COMMENT 'address of a page of the shop''s own workbench, with {kind} and {id} in it; empty when nobody said';
