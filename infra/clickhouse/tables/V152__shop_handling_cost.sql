-- What does an hour of an account cost a shop? For the money that defects of products take.
ALTER TABLE deskpulse.shop_settings
    ADD COLUMN IF NOT EXISTS handling_cost_per_hour Int64
        COMMENT 'of an account, in the smallest unit of the shop''s currency; 0 when nobody said';
