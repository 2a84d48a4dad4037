package no.opptrapping.municipality.sync.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.opptrapping.municipality.sync.LegalEntities;
import no.opptrapping.municipality.sync.LegalEntity;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The Central Coordinating Register for Legal Entities. */
@ApplicationScoped
class Enhetsregisteret implements LegalEntities {
    private static final int LARGEST = 8_000_000;
    private static final int PAGE_SIZE = 100;
    /** The register has some 360 municipalities; an answer with many more pages is none about them. */
    private static final int MOST_PAGES = 20;

    private final EnhetsregisteretClient client;
    private final Supplier<String> base;
    private final Peer peer;

    Enhetsregisteret(
            @RestClient EnhetsregisteretClient client,
            PeerSettings settings,
            @ConfigProperty(name = "opptrapping.sync.enhetsregisteret.url") Supplier<String> base) {
        this.client = client;
        this.base = base;
        this.peer = new Peer("enhetsregisteret", settings, LARGEST);
    }

    @Override
    public List<LegalEntity> municipalities() throws SourceFault {
        var entities = new ArrayList<LegalEntity>();
        var pages = 1L;
        for (var number = 0; number < pages; number++) {
            var page = page(number);
            pages = page.pages();
            if (pages > MOST_PAGES) {
                throw new SourceFault(Reason.TOO_LARGE, Map.of("limit", Integer.toString(LARGEST)));
            }
            entities.addAll(page.entities());
        }
        var numbers = entities.stream().map(LegalEntity::number).distinct().count();
        if (entities.isEmpty() || numbers != entities.size()) {
            throw new SourceFault(Reason.CONTRADICTORY, Map.of("what", numbers + " / " + entities.size()));
        }
        return entities;
    }

    private EntityAnswers.Page page(int number) throws SourceFault {
        var answer = peer.ask(() -> client.search(base.get(), EntityAnswers.MUNICIPALITY, PAGE_SIZE, number));
        return EntityAnswers.page(json(answer), number);
    }

    @Override
    public Standing standingOf(OrganisationNumber number) throws SourceFault {
        var answer = peer.ask(() -> client.find(base.get(), number.value()));
        if (answer.isGone()) {
            return new Standing.Deleted(Optional.empty());
        }
        return answer.isMissing() ? new Standing.Unknown() : EntityAnswers.standing(json(answer), number);
    }

    private static UntrustedNode json(Peer.Answer answer) throws SourceFault {
        if (answer.status() != 200) {
            throw new SourceFault(Reason.REFUSED, Map.of("status", Integer.toString(answer.status())));
        }
        return UntrustedNode.of(UntrustedJson.parse(UntrustedJson.text(answer)));
    }
}
