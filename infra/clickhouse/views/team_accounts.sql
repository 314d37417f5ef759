-- Which accounts make the teams of a shop? For looking at one team alone.

--| Accounts of the teams (groups of agents) that the settings of shops name, one row per shop, team and account; an
--| account can be of several. Shops without groups have none.
CREATE OR REPLACE VIEW deskpulse.team_accounts AS
SELECT
    shop_id,
    members.1 AS team,
    arrayJoin(members.2) AS account
FROM
(
    SELECT shop_id, arrayJoin(CAST(agent_groups, 'Array(Tuple(String, Array(String)))')) AS members
    FROM deskpulse.shop_settings FINAL
    WHERE shop_id != ''
);
