package no.opptrapping.municipality.sync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.municipality.sync.CodeChange;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KlassAnswersTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "sources");
    private static final LocalDate FROM = LocalDate.of(2012, 1, 1);
    private static final LocalDate TO = LocalDate.of(2029, 1, 1);

    @Test
    void readsAnswersOfTheSource() throws IOException, SourceFault {
        assertThat(changes(sample("klass-changes.json"))).hasSize(3).anySatisfy(change -> {
            assertThat(change.before().orElseThrow().name()).isEqualTo("Oslo");
            assertThat(change.after().orElseThrow().name()).isEqualTo("Oslo - Oslove");
        });
        assertThat(KlassAnswers.numbers(answer(sample("klass-numbers.json")))).hasSize(3);
    }

    @Test
    void leavesOutTheNumberForNotStatedAndTheCountyOfNamesakes() throws SourceFault {
        var rows = changes(
                row("3018", "Våler (Østfold)", "3419", "Våler (Innlandet)", "2024-01-01") + ","
                        + row("9999", "Uoppgitt", "9999", "Ukjent", "2024-01-01"),
                true);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.before().orElseThrow().name()).isEqualTo("Våler");
            assertThat(row.after().orElseThrow().name()).isEqualTo("Våler");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"codeChanges\":{}}",
                "{\"codeChanges\":[{}]}",
                "{\"codeChanges\":[[]]}",
                "{\"codeChanges\":[{\"oldCode\":\"99999\",\"oldName\":\"A\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":301,\"oldName\":\"A\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":\"0301\",\"oldName\":\"<script>alert(1)</script>\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":\"0301\",\"oldName\":\"A\\u0000\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":\"0301\",\"oldName\":\"A\\u202e\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":\"0301\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":\"0301\",\"oldName\":\"A\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-13-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":\"0301\",\"oldName\":\"A\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2029-01-01\"}]}",
                "{\"codeChanges\":[{\"oldCode\":\"0301\",\"oldName\":\"A\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"},{\"oldCode\":\"0301\",\"oldName\":\"A\",\"newCode\":\"0301\",\"newName\":\"B\",\"changeOccurred\":\"2024-01-01\"}]}"
            })
    void refusesChangesThatAreNotOfTheirForm(String text) {
        assertThatThrownBy(() -> changes(text))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.reason()).isEqualTo(Reason.UNEXPECTED_CONTENT));
    }

    @Test
    void refusesAListWithANumberTwice() {
        assertThatThrownBy(() -> KlassAnswers.numbers(answer(
                        "{\"codes\":[{\"code\":\"0301\",\"name\":\"Oslo\"},{\"code\":\"0301\",\"name\":\"Oslo\"}]}")))
                .isInstanceOfSatisfying(
                        SourceFault.class,
                        fault -> assertThat(fault.arguments()).containsEntry("where", "/codes/1/code"));
    }

    @Test
    void refusesWhatIsNoJsonText() {
        assertThat(reason("text/html", "<html></html>".getBytes(UTF_8))).isEqualTo(Reason.NOT_JSON);
        assertThat(reason("", "{}".getBytes(UTF_8))).isEqualTo(Reason.NOT_JSON);
        assertThat(reason("application/json;charset=iso-8859-1", "{}".getBytes(UTF_8)))
                .isEqualTo(Reason.BADLY_ENCODED);
        assertThat(reason("application/json", "{\"a\":\"Ålesund\"}".getBytes(ISO_8859_1)))
                .isEqualTo(Reason.BADLY_ENCODED);
        assertThat(reason("application/json", new byte[0])).isEqualTo(Reason.MALFORMED);
        assertThat(reason("application/json", "{\"codes\":[{\"co".getBytes(UTF_8)))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason("application/json", "<html></html>".getBytes(UTF_8))).isEqualTo(Reason.MALFORMED);
        assertThat(reason("application/json", "{}{}".getBytes(UTF_8))).isEqualTo(Reason.MALFORMED);
        assertThat(reason("application/json", "{\"a\":1,\"a\":2}".getBytes(UTF_8)))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason("application/json", "[".repeat(5000).getBytes(UTF_8))).isEqualTo(Reason.MALFORMED);
        assertThat(reason("application/json", ("1" + "0".repeat(5000)).getBytes(UTF_8)))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason("application/json; charset=UTF-8", "[]".getBytes(UTF_8)))
                .isNull();
    }

    private static Reason reason(String contentType, byte[] body) {
        try {
            var _ = UntrustedJson.parse(
                    UntrustedJson.text(new Peer.Answer(200, contentType, "", "", "", ByteBuffer.wrap(body))));
            return null;
        } catch (SourceFault fault) {
            return fault.reason();
        }
    }

    private static List<CodeChange> changes(String rows, boolean inside) throws SourceFault {
        return changes(inside ? "{\"codeChanges\":[" + rows + "]}" : rows);
    }

    private static List<CodeChange> changes(String text) throws SourceFault {
        return KlassAnswers.changes(answer(text), FROM, TO);
    }

    private static String sample(String file) throws IOException {
        return Files.readString(SAMPLES.resolve(file));
    }

    private static UntrustedNode answer(String text) throws SourceFault {
        return UntrustedNode.of(UntrustedJson.parse(text));
    }

    private static String row(String oldCode, String oldName, String newCode, String newName, String on) {
        return """
                {"oldCode":"%s","oldName":"%s","newCode":"%s","newName":"%s","changeOccurred":"%s"}""".formatted(oldCode, oldName, newCode, newName, on);
    }
}
