package no.opptrapping.grant.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Tells municipalities what concerns them, in the transaction of what it tells of: neither is there without the other.
 * What is told is read in the feed, and sent to the address that the municipality has registered for it.
 */
@ApplicationScoped
public class Notices {
    private final KeptNotices kept;
    private final Texts texts;
    private final Clock clock;

    Notices(KeptNotices kept, Texts texts, Clock clock) {
        this.kept = kept;
        this.texts = texts;
        this.clock = clock;
    }

    /** Tells one municipality. */
    @Transactional(TxType.MANDATORY)
    public void tell(MunicipalityId to, News news) {
        tell(List.of(to), news);
    }

    /** Tells each of the municipalities the same. */
    @Transactional(TxType.MANDATORY)
    public void tell(Collection<MunicipalityId> to, News news) {
        var text = text(news);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        kept.add(to.stream().distinct().map(one -> notice(one, news, text, at)).toList());
    }

    /** News for one municipality. */
    public record Addressed(MunicipalityId to, News news) {}

    /** Tells many municipalities what concerns each of them. */
    @Transactional(TxType.MANDATORY)
    public void tellEach(List<Addressed> all) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        kept.add(all.stream()
                .map(one -> notice(one.to(), one.news(), text(one.news()), at))
                .toList());
    }

    private static Notice notice(MunicipalityId to, News news, LocalisedText text, Instant at) {
        return new Notice(UUID.randomUUID(), to, news.kind(), news.about(), text, news.answerBy(), at);
    }

    private LocalisedText text(News news) {
        return new LocalisedText(in(Language.NB, news), in(Language.NN, news), in(Language.EN, news));
    }

    private String in(Language language, News news) {
        var facts = new HashMap<String, Object>(news.facts());
        facts.replaceAll((_, fact) -> fact instanceof LocalisedText text ? text.in(language) : fact);
        return texts.text(language, "notice." + news.kind().code(), facts);
    }
}
