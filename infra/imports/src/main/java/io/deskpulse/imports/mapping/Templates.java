package io.deskpulse.imports.mapping;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.ResourceResolver;
import com.schibsted.spt.data.jslt.filters.JsonFilter;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Functions;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles templates; they reach nothing but their input and the functions of this product. */
final class Templates {
    private static final Pattern FIELD = Pattern.compile("\\.(?:([A-Za-z_][\\w-]*)|\"([^\"]+)\")");
    /** An empty list of products is a value; the template language by itself would leave it out. */
    private static final JsonFilter PRESENT = value -> !value.isNull();

    private static final ResourceResolver NOTHING = path -> {
        throw new JsltException("a mapping cannot import " + path);
    };

    private final Environment environment;
    private final Set<String> known = new HashSet<>();

    Templates(Environment environment) {
        this.environment = environment;
    }

    /**
     * A compiled template.
     *
     * @throws JsltException when it is none, telling where
     */
    Expression compile(String name, String text) {
        try {
            Expression compiled = new Parser(new StringReader(text))
                    .withSource(name)
                    .withFunctions(Functions.of(environment))
                    .withObjectFilter(PRESENT)
                    .withResourceResolver(NOTHING)
                    .compile();
            Matcher fields = FIELD.matcher(text);
            while (fields.find()) {
                known.add(fields.group(1) == null ? fields.group(2) : fields.group(1));
            }
            return compiled;
        } catch (StackOverflowError e) {
            throw new JsltException("nested too deeply", e);
        }
    }

    /** Names of fields in all that was compiled. */
    Set<String> known() {
        return known;
    }
}
