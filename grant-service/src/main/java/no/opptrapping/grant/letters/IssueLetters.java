package no.opptrapping.grant.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Writes the letters of a decision in the decision's own transaction: what each says is kept then, in the three
 * languages, and never changes. Its document is made of that right after, so that hundreds of documents hold up no
 * decision ({@link PrintLetters}).
 */
@ApplicationScoped
public class IssueLetters {
    private final Letters letters;
    private final Deliveries deliveries;
    private final KnownMunicipalities municipalities;
    private final Clock clock;

    IssueLetters(Letters letters, Deliveries deliveries, KnownMunicipalities municipalities, Clock clock) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * Writes the first letters about their subjects; a subject that has one keeps it. In the feed they are delivered at
     * once to whoever can sign in.
     */
    @Transactional(TxType.MANDATORY)
    public void issue(List<NewLetter> all) {
        var readers = municipalities.validOn(BusinessDates.today(clock)).stream()
                .collect(Collectors.toMap(KnownMunicipality::id, Function.identity()));
        letters.add(all.stream()
                .map(one -> written(
                        one,
                        1,
                        Optional.ofNullable(readers.get(one.recipient().municipality()))
                                .flatMap(KnownMunicipality::organisationNumber)
                                .isPresent()))
                .toList());
    }

    /** Writes a letter that takes the place of the newest one about the subject. */
    @Transactional(TxType.MANDATORY)
    public void renew(NewLetter one) {
        var before = letters.newest(one.kind(), one.subject());
        var canRead = municipalities
                .byId(one.recipient().municipality(), BusinessDates.today(clock))
                .flatMap(KnownMunicipality::organisationNumber)
                .isPresent();
        letters.add(List.of(written(one, before.map(Letter::edition).orElse(0) + 1, canRead)));
    }

    private Letters.Written written(NewLetter one, int edition, boolean canRead) {
        var texts = Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), one.text()));
        var language = municipalities.languageOf(one.recipient().municipality());
        var channel = deliveries.channelOf(one.recipient().municipality()).orElse(OwnFeed.NAME);
        var isThereAtOnce = canRead && channel.equals(OwnFeed.NAME);
        var own = texts.getOrDefault(language, one.text().apply(language));
        return new Letters.Written(
                new Letter(
                        LetterId.random(),
                        one.kind(),
                        one.subject(),
                        one.application(),
                        edition,
                        one.reference(),
                        own.title(),
                        one.scheme(),
                        one.recipient(),
                        language,
                        one.decidedAt(),
                        Optional.empty(),
                        new Letter.Receipt(
                                channel,
                                isThereAtOnce ? Optional.of(one.decidedAt()) : Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                texts);
    }
}
