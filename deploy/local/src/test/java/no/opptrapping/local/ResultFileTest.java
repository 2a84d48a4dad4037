package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultFileTest {
    private static final Result.Figures FIGURES = new Result.Figures(
            2025,
            357,
            new Result.Applications(248, 12, 240, 6, 2),
            300_000_000,
            299_999_999,
            1,
            42_700,
            290_042_700,
            9_000_000,
            999_999,
            new Result.Framework(299_999_999, 300_000_000, 3, 354, 1_200_000, 0),
            new Result.Events(2000, 4000, 0));

    @Test
    void hasTheAgreedMembersAndSaysThatTheScenarioIsInvented() throws IOException {
        var json = new ObjectMapper()
                .readTree(ResultFile.json(new Result(FIGURES, List.of(), List.of()), Duration.ofMillis(41_900)));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "year",
                        "municipalities",
                        "applications",
                        "appropriation",
                        "awarded",
                        "undistributed",
                        "carriedIn",
                        "spent",
                        "unspent",
                        "outstanding",
                        "framework",
                        "events",
                        "seconds",
                        "illustration");
        assertThat(json.get("applications").toString())
                .isEqualTo("{\"submitted\":248,\"refused\":12,\"approved\":240,\"rejected\":6,\"withdrawn\":2}");
        assertThat(json.get("framework").fieldNames())
                .toIterable()
                .containsExactly("before", "after", "compensated", "paying", "sumOfCompensation", "netOfGuarantee");
        assertThat(json.get("events").toString())
                .isEqualTo("{\"published\":2000,\"consumed\":4000,\"deadLettered\":0}");
        assertThat(json.get("seconds").intValue()).isEqualTo(41);
        assertThat(json.get("illustration").fieldNames()).toIterable().containsExactly("nb", "nn", "en");
    }

    @Test
    void namesWhatDoesNotAddUp() throws IOException {
        var result = new Result(FIGURES, List.of(), List.of("The account spent is one krone too high."));

        assertThat(ResultFile.json(result, Duration.ZERO)).contains("The account spent is one krone too high.");
        assertThat(printed(result, Language.EN))
                .contains("This does not add up:", "The account spent is one krone too high.");
    }

    @Test
    void printsAmountsFlushRightWithTheThousandsApart() {
        assertThat(printed(new Result(FIGURES, List.of(), List.of()), Language.EN))
                .contains("  appropriation  300 000 000\n", "  undistributed            1\n")
                .doesNotContain("This does not add up");
    }

    @Test
    void printsInOneLanguage() {
        var result = new Result(FIGURES, List.of(), List.of());
        assertThat(printed(result, Language.EN))
                .contains("Illustration: applications", "The grant year 2025 (kroner)", "Into the framework grant 2026")
                .doesNotContain("Illustrasjon");
        assertThat(printed(result, Language.NB))
                .contains("Illustrasjon: søknader, tilskudd", "Tilskuddsåret 2025 (kroner)", "bevilgning", "kommuner")
                .doesNotContain("Illustration", "appropriation", "tilskot");
        assertThat(printed(result, Language.NN))
                .contains("Illustrasjon: søknader, tilskot", "Tilskotsåret 2025 (kroner)", "løyving", "kommunar")
                .doesNotContain("Illustration", "appropriation", "tilskudd");
    }

    private static String printed(Result result, Language language) {
        var bytes = new ByteArrayOutputStream();
        new Printout(new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8)), Texts.in(language))
                .print(result);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
