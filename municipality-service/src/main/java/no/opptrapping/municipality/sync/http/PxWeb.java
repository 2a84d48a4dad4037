package no.opptrapping.municipality.sync.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import no.opptrapping.municipality.sync.PopulationTable;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Statistics Norway's tables, asked in parts that keep within the source's limit of cells in an answer. */
@ApplicationScoped
class PxWeb implements PopulationTable {
    private static final String POPULATION = "07459";
    private static final int LARGEST = 16_000_000;
    /** The source takes thirty questions a minute. */
    private static final int MOST_QUESTIONS = 25;

    private final PxWebClient client;
    private final Supplier<String> base;
    private final Peer peer;
    private final int mostCells;

    PxWeb(
            @RestClient PxWebClient client,
            PeerSettings settings,
            @ConfigProperty(name = "opptrapping.sync.pxweb.url") Supplier<String> base,
            @ConfigProperty(name = "opptrapping.sync.pxweb.most-cells") int mostCells) {
        this.client = client;
        this.base = base;
        this.mostCells = mostCells;
        this.peer = new Peer("pxweb", settings, LARGEST);
    }

    @Override
    public Population newest(Set<MunicipalityNumber> numbers) throws SourceFault {
        return ask(numbers, "top(1)");
    }

    @Override
    public Population on(Year year, Set<MunicipalityNumber> numbers) throws SourceFault {
        var population = ask(numbers, year.toString());
        if (!population.year().equals(year)) {
            throw new SourceFault(Reason.CONTRADICTORY, Map.of("what", population.year() + ", " + year));
        }
        return population;
    }

    private Population ask(Set<MunicipalityNumber> numbers, String years) throws SourceFault {
        var parts = parts(numbers, mostCells);
        if (parts.isEmpty() || parts.size() > MOST_QUESTIONS) {
            throw new SourceFault(Reason.TOO_MANY_QUESTIONS, Map.of());
        }
        var answers = new ArrayList<Population>();
        for (var part : parts) {
            answers.add(askOnce(part, years));
        }
        return joined(answers);
    }

    private Population askOnce(Set<MunicipalityNumber> part, String years) throws SourceFault {
        var query = new PxWebClient.Query(List.of(
                new PxWebClient.Selection(
                        PopulationAnswers.REGION,
                        part.stream().map(MunicipalityNumber::value).toList()),
                new PxWebClient.Selection(PopulationAnswers.AGE, List.of("*")),
                new PxWebClient.Selection(PopulationAnswers.CONTENTS, List.of(PopulationAnswers.PERSONS)),
                new PxWebClient.Selection(PopulationAnswers.YEAR, List.of(years))));
        var answer = peer.ask(() -> client.data(base.get(), POPULATION, "no", "json-stat2", query));
        if (answer.status() != 200) {
            throw new SourceFault(Reason.REFUSED, Map.of("status", Integer.toString(answer.status())));
        }
        return PopulationAnswers.read(UntrustedNode.of(UntrustedJson.parse(UntrustedJson.text(answer))), part);
    }

    /** The municipalities in parts, of which none has more cells in its answer than the limit. */
    static List<Set<MunicipalityNumber>> parts(Set<MunicipalityNumber> numbers, int mostCells) {
        var size = Math.max(1, mostCells / PopulationAnswers.AGES);
        var sorted = List.copyOf(new TreeSet<>(numbers));
        var parts = new ArrayList<Set<MunicipalityNumber>>();
        for (var first = 0; first < sorted.size(); first += size) {
            parts.add(new TreeSet<>(sorted.subList(first, Math.min(first + size, sorted.size()))));
        }
        return parts;
    }

    private static Population joined(List<Population> parts) throws SourceFault {
        var year = parts.getFirst().year();
        var values = new TreeMap<String, Map<MunicipalityNumber, String>>();
        for (var part : parts) {
            if (!part.year().equals(year)) {
                throw new SourceFault(Reason.CONTRADICTORY, Map.of("what", year + ", " + part.year()));
            }
            part.values()
                    .forEach((indicator, figures) -> values.computeIfAbsent(indicator, _ -> new TreeMap<>())
                            .putAll(figures));
        }
        return new Population(year, values);
    }
}
