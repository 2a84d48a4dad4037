package no.opptrapping.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.testing.AccessAnswer;
import no.opptrapping.platform.testing.AccessCaller;
import no.opptrapping.platform.testing.AccessTable;

/** Who gets what of the services, as a page for people: written from the tables that the services are held to. */
final class AccessPage {
    private static final List<String> SERVICES = List.of("municipality-service", "grant-service", "reporting-service");

    private final Path root;

    AccessPage(Path root) {
        this.root = root;
    }

    String write() {
        return introduction() + SERVICES.stream().map(this::service).collect(Collectors.joining());
    }

    private static String introduction() {
        return """
                # Who gets what

                Every operation whose address names a thing (an application, an award, a municipality) is asked for by \
                every kind of caller in each build, and must answer as the tables below say. They are each service's \
                `access.csv`, where they are changed; this page is generated from them.

                **A stranger is answered as if there were nothing.** A thing of a municipality answers whoever has \
                nothing to do with it exactly like an id that does not exist, so that nobody learns from the answer \
                what exists. A draft is its municipality's own until it is submitted. A run shows a municipality \
                nothing before it is adopted. A county governor sees the municipalities of its own counties.

                ## What becomes of a call

                %s

                ## Kinds of callers

                Municipalities and suppliers come with a Maskinporten token, people with a token of their \
                organisation. In the tables, *the municipality* is the one whose thing is asked for.

                %s
                """.formatted(
                        table(Stream.concat(
                                Stream.of(List.of("word", "what it means"), List.of("---", "---")),
                                Arrays.stream(AccessAnswer.values())
                                        .map(answer -> List.of("`" + answer.word() + "`", answer.meaning())))),
                        table(Stream.concat(
                                Stream.of(List.of("caller", "who that is"), List.of("---", "---")),
                                Arrays.stream(AccessCaller.values())
                                        .map(caller -> List.of(caller.title(), caller.meaning())))));
    }

    private String service(String service) {
        var callers = List.of(AccessCaller.values());
        var titles = Stream.concat(
                        Stream.of("operation", "of"), callers.stream().map(AccessCaller::title))
                .toList();
        var rows = AccessTable.read(root.resolve(service).resolve("access.csv")).rows().stream()
                .map(row -> Stream.concat(
                                Stream.of("`" + row.operation() + "`", row.of()),
                                callers.stream().map(caller -> row.to(caller).word()))
                        .toList());
        var ruler = titles.stream().map(_ -> "---").toList();
        return "\n## " + service + "\n\n" + table(Stream.concat(Stream.of(titles, ruler), rows)) + "\n";
    }

    private static String table(Stream<List<String>> rows) {
        return rows.map(cells -> "| " + String.join(" | ", cells) + " |").collect(Collectors.joining("\n"));
    }
}
