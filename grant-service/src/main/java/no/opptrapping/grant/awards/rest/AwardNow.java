package no.opptrapping.grant.awards.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.SeeAwards;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.idempotency.AsItIsNow;
import no.opptrapping.platform.language.Texts;

/** An award that a repeated request is answered with. */
@ApplicationScoped
class AwardNow implements AsItIsNow {
    private static final String AT = "/v1/awards/";

    private final SeeAwards awards;
    private final Texts texts;

    AwardNow(SeeAwards awards, Texts texts) {
        this.awards = awards;
        this.texts = texts;
    }

    @Override
    public Optional<Now> at(String location) {
        return location.startsWith(AT) && location.indexOf('/', AT.length()) < 0
                ? awards.find(new AwardId(UUID.fromString(location.substring(AT.length()))))
                        .map(award -> new Now(
                                ETags.of(award.version()),
                                AwardResponse.of(
                                        award,
                                        awards.ableToSignIn()
                                                .contains(award.holder().municipality()),
                                        texts.text("award.subject-to-the-storting", Map.of()))))
                : Optional.empty();
    }
}
