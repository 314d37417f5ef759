-- Do inserts make more parts than ClickHouse merges?
-- Whoever may read the views may read this, and nothing else of the server: it asks with the rights of the user who
-- migrated, so no reader needs a grant on system tables.

--| Tables of this server now, one row each. parts = active parts, most_parts = those of the partition with most;
--| stored_rows counts rows that a later version replaces until they are merged; stored_bytes compressed, on disk;
--| written_at = when the newest part was written, by an insert or a merge.
CREATE OR REPLACE VIEW deskpulse.table_parts
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS
SELECT
    name,
    sum(partition_parts) AS parts,
    max(partition_parts) AS most_parts,
    count() AS partitions,
    sum(partition_rows) AS stored_rows,
    sum(partition_bytes) AS stored_bytes,
    max(partition_written_at) AS written_at
FROM
(
    SELECT
        table AS name,
        partition_id,
        count() AS partition_parts,
        sum(rows) AS partition_rows,
        sum(bytes_on_disk) AS partition_bytes,
        max(modification_time) AS partition_written_at
    FROM system.parts
    WHERE active AND database IN ('deskpulse', 'deskpulse_shard')
    GROUP BY name, partition_id
)
GROUP BY name;
