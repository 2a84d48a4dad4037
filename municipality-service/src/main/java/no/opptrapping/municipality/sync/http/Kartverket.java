package no.opptrapping.municipality.sync.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.NamesOfMunicipalities;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The Norwegian Mapping Authority. */
@ApplicationScoped
class Kartverket implements NamesOfMunicipalities {
    private static final int LARGEST = 8_000_000;

    private final KartverketClient client;
    private final AskConditionally ask;
    private final Supplier<String> base;
    private final Peer peer;

    Kartverket(
            @RestClient KartverketClient client,
            AskConditionally ask,
            PeerSettings settings,
            @ConfigProperty(name = "opptrapping.sync.kartverket.url") Supplier<String> base) {
        this.client = client;
        this.ask = ask;
        this.base = base;
        this.peer = new Peer("kartverket", settings, LARGEST);
    }

    @Override
    public Map<MunicipalityNumber, OfficialNames> all() throws SourceFault {
        return ask.ask(
                peer,
                base.get() + "/fylkerkommuner",
                (tag, time) -> client.countiesWithMunicipalities(base.get(), tag, time),
                NameAnswers::read);
    }
}
