package io.deskpulse.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardsTest {
    @Test
    void readsTheBundledOnes() {
        Dashboard overview = Dashboards.bundled(Language.EN).find("overview");

        assertThat(overview.variables()).extracting(Variable::name).contains("shop");
        assertThat(overview.panels()).isNotEmpty();
        assertThat(overview.folder()).isEqualTo("customer-service");
    }

    @Test
    void areTheSameInBothLanguagesButForTheirWords() {
        List<Dashboard> chinese = Dashboards.bundled(Language.ZH).list();

        assertThat(chinese).extracting(Dashboard::uid).isEqualTo(Dashboards.UIDS);
        for (Dashboard english : Dashboards.bundled(Language.EN).list()) {
            Dashboard translated = chinese.get(Dashboards.UIDS.indexOf(english.uid()));
            assertThat(translated.title()).isNotEqualTo(english.title());
            assertThat(translated.panels())
                    .extracting(Panel::queries)
                    .isEqualTo(english.panels().stream().map(Panel::queries).toList());
        }
    }

    @Test
    void flattensRowsAndResolvesPanelsThatShowAnothersResult() throws JsonProcessingException {
        Dashboard dashboard = dashboard("""
                {"uid": "x", "tags": ["operations"], "panels": [
                  {"id": 1, "type": "row", "collapsed": true, "panels": [
                    {"id": 2, "type": "stat", "title": "S", "targets": [{"refId": "A", "rawSql": "SELECT 1", "format": 1}]}]},
                  {"id": 3, "type": "table", "targets": [{"refId": "B", "panelId": 2, "datasource": {"uid": "-- Dashboard --"}}]}]}
                """);

        assertThat(dashboard.folder()).isEqualTo("operations");
        assertThat(dashboard.panels()).extracting(Panel::id).containsExactly(2, 3);
        assertThat(dashboard.panel(3).queries()).containsExactly(new Query("A", "SELECT 1", Query.TABLE));
        assertThatIllegalArgumentException().isThrownBy(() -> dashboard.panel(1));
        assertThatIllegalArgumentException().isThrownBy(() -> dashboard.panel(2).query("Z"));
    }

    @Test
    void readsVariablesOfBothKinds() throws JsonProcessingException {
        List<Variable> variables = dashboard("""
                {"templating": {"list": [
                  {"name": "shop", "type": "query", "multi": true, "includeAll": true, "query": {"refId": "shop", "rawSql": "SELECT 1"}},
                  {"name": "channel", "type": "custom", "query": "CHAT,Phone calls : PHONE, VIDEO"}]}}
                """).variables();

        assertThat(variables.get(0).query()).contains(new Query("shop", "SELECT 1", Query.TABLE));
        assertThat(variables.get(0).fixedValues()).isEmpty();
        assertThat(variables.get(1).query()).isEmpty();
        assertThat(variables.get(1).fixedValues()).containsExactly("CHAT", "PHONE", "VIDEO");
    }

    @Test
    void takesTheLanguageFromTheEnvironment() {
        assertThat(Language.of(Map.of())).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("DESKPULSE_LANG", "ZH"))).isEqualTo(Language.ZH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Language.of(Map.of("DESKPULSE_LANG", "fr")))
                .withMessage("DESKPULSE_LANG must be en or zh, got fr");
    }

    private static Dashboard dashboard(String json) throws JsonProcessingException {
        return Dashboard.of(new ObjectMapper().readTree(json));
    }
}
