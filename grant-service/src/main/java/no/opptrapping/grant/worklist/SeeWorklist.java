package no.opptrapping.grant.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;

/** Shows the Directorate what waits for whom and since when. */
@ApplicationScoped
public class SeeWorklist {
    /** An administrator must find the organisation number before the municipality can sign in and accept. */
    private static final String ADMINISTRATOR = "administrator";

    private final Worklist worklist;
    private final KnownMunicipalities municipalities;
    private final Clock clock;

    SeeWorklist(Worklist worklist, KnownMunicipalities municipalities, Clock clock) {
        this.worklist = worklist;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * One line of the list.
     *
     * @param waitsFor a role, or {@code municipality}
     * @param municipality the municipality of today that it waits for or concerns, when there is one
     */
    public record Line(Waiting waiting, String waitsFor, Optional<KnownMunicipality> municipality) {}

    /** What waits, the longest wait first, at most {@code limit}, those after the key. */
    @Transactional
    public List<Line> list(Language language, Optional<Worklist.Key> after, int limit) {
        var today = BusinessDates.today(clock);
        var known = municipalities.validOn(today).stream()
                .collect(Collectors.toMap(KnownMunicipality::id, Function.identity()));
        return worklist.waiting(language, today, after, limit).stream()
                .map(one -> line(one, known))
                .toList();
    }

    private static Line line(Waiting waiting, Map<MunicipalityId, KnownMunicipality> known) {
        var municipality = waiting.municipality().map(known::get);
        var canSignIn =
                municipality.flatMap(KnownMunicipality::organisationNumber).isPresent();
        var waitsFor = waiting.what() == Waiting.What.AWARD_TO_ACCEPT && !canSignIn
                ? ADMINISTRATOR
                : waiting.what().waitsFor();
        return new Line(waiting, waitsFor, municipality);
    }
}
