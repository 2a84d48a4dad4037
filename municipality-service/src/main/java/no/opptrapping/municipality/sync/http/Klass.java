package no.opptrapping.municipality.sync.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.opptrapping.municipality.sync.CodeChange;
import no.opptrapping.municipality.sync.CountyClassification;
import no.opptrapping.municipality.sync.CountyCode;
import no.opptrapping.municipality.sync.KostraGrouping;
import no.opptrapping.municipality.sync.MunicipalityClassification;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Statistics Norway's classifications. */
@ApplicationScoped
class Klass implements MunicipalityClassification, CountyClassification, KostraGrouping {
    private static final int MUNICIPALITIES = 131;
    private static final int COUNTIES = 104;
    private static final int KOSTRA_GROUPS = 112;
    private static final int LARGEST = 4_000_000;
    private static final String BOKMAL = "nb";

    private final KlassClient client;
    private final AskConditionally ask;
    private final Supplier<String> base;
    private final Peer peer;

    Klass(
            @RestClient KlassClient client,
            AskConditionally ask,
            PeerSettings settings,
            @ConfigProperty(name = "opptrapping.sync.klass.url") Supplier<String> base) {
        this.client = client;
        this.ask = ask;
        this.base = base;
        this.peer = new Peer("klass", settings, LARGEST);
    }

    @Override
    public List<CodeChange> changes(LocalDate from, LocalDate to) throws SourceFault {
        return ask.ask(
                peer,
                base.get() + "/131/changes/" + from + "/" + to,
                (tag, time) -> client.changes(base.get(), MUNICIPALITIES, from, to, true, BOKMAL, tag, time),
                answer -> KlassAnswers.changes(answer, from, to));
    }

    @Override
    public Set<MunicipalityNumber> numbersOn(LocalDate date) throws SourceFault {
        return ask.ask(
                peer,
                base.get() + "/131/codesAt/" + date,
                (tag, time) -> client.codesAt(base.get(), MUNICIPALITIES, date, true, BOKMAL, tag, time),
                KlassAnswers::numbers);
    }

    @Override
    public List<CountyCode> counties(LocalDate from, LocalDate to) throws SourceFault {
        return ask.ask(
                peer,
                base.get() + "/104/codes/" + from + "/" + to,
                (tag, time) -> client.codes(base.get(), COUNTIES, from, to, true, BOKMAL, tag, time),
                answer -> KlassAnswers.counties(answer, from, to));
    }

    @Override
    public Year editionOn(LocalDate date) throws SourceFault {
        return ask.ask(
                peer,
                base.get() + "/112",
                (tag, time) -> client.classification(base.get(), KOSTRA_GROUPS, true, BOKMAL, tag, time),
                answer -> KlassAnswers.editionOn(date, answer));
    }

    @Override
    public Map<MunicipalityNumber, String> groupsOn(LocalDate date) throws SourceFault {
        return ask.ask(
                peer,
                base.get() + "/131/correspondsAt/112/" + date,
                (tag, time) -> client.correspondsAt(base.get(), MUNICIPALITIES, KOSTRA_GROUPS, date, BOKMAL, tag, time),
                KlassAnswers::groups);
    }
}
