package no.opptrapping.grant.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.opptrapping.grant.allocation.engine.AllocationRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTextsTest {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    @ParameterizedTest
    @EnumSource(AllocationRule.class)
    void everyRuleOfTheEngineNamesItsArgumentsInThreeLanguages(AllocationRule rule) throws IOException {
        for (var language : new String[] {"nb", "nn", "en"}) {
            assertThat(names(texts(language).getProperty("allocation." + rule.code())))
                    .as("%s in %s", rule.code(), language)
                    .isEqualTo(new TreeSet<>(rule.names()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nn", "en"})
    void everyTextExistsAndNamesTheSameInTheOtherLanguages(String language) throws IOException {
        var bokmaal = texts("nb");
        var other = texts(language);
        assertThat(other.stringPropertyNames()).isEqualTo(bokmaal.stringPropertyNames());
        for (var code : bokmaal.stringPropertyNames()) {
            assertThat(names(other.getProperty(code))).as(code).isEqualTo(names(bokmaal.getProperty(code)));
        }
    }

    @Test
    void textsAreReadAsUtf8() throws IOException {
        assertThat(texts("nb").getProperty("allocation.at-least-one-pot")).contains("Fordelingen");
        assertThat(texts("nb").getProperty("allocation.floor-not-above-cap")).contains("for {municipalities}");
        assertThat(texts("nb").getProperty("allocation.budget-not-negative")).contains("Beløpet");
    }

    private static Set<String> names(String text) {
        assertThat(text).isNotNull();
        var names = new TreeSet<String>();
        NAME.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private static Properties texts(String language) throws IOException {
        var properties = new Properties();
        try (var in =
                AllocationTextsTest.class.getResourceAsStream("/messages/allocation_" + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
