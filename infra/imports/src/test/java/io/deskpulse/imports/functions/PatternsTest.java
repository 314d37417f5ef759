package io.deskpulse.imports.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "test(\"order 12\", \"[0-9]+\")",
                "test(12, \"^12$\")",
                "test(null, \"x\")",
                "capture(\"into #12 of 13\", \"#(?<to>[0-9]+)(?<rest>x)?\")",
                "capture(\"none\", \"#(?<to>[0-9]+)\")",
                "capture(null, \"(?<a>.)\")",
                "split(\",a,,b,,\", \",\")",
                "split(\"a:b\", \"\")",
                "split(\"\", \",\")",
                "split(null, \",\")",
                "replace(\"#1001\", \"^#\", \"\")",
                "replace(\"a-b-c\", \"-\", \"$1\")",
                "replace(\"abc\", \"x\", \"y\")",
                "replace(12, \"x\", \"y\")",
                "replace(null, \"x\", \"y\")"
            })
    void theyDoWhatTheLanguagesOwnDo(String template) {
        JsonNode own = new Parser(new StringReader(template))
                .withFunctions(Patterns.functions())
                .compile()
                .apply(NullNode.instance);

        assertThat(own)
                .isEqualTo(new Parser(new StringReader(template)).compile().apply(NullNode.instance));
    }

    @Test
    void whatIsNoPatternIsToldWhenTheTemplateIsRead() {
        assertThatThrownBy(() -> new Parser(new StringReader("test(., \"(\")"))
                        .withFunctions(Patterns.functions())
                        .compile())
                .isInstanceOf(JsltException.class);
    }
}
