package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/** Says who writes about an award: the county governor's office whose frame it is of, or the Directorate. */
@ApplicationScoped
public class LetterSender {
    /**
     * Who writes.
     *
     * @param office what the county governor's office is called; empty: the Directorate
     * @param contact whom to ask
     */
    public record Sender(Optional<String> office, Contact contact) {
        /** What the sender is called in the language. */
        public String name(Texts texts, Language language) {
            return office.orElseGet(() -> texts.text(language, "letter.directorate", Map.of()));
        }
    }

    private final Ledger ledger;
    private final KnownOffices offices;

    LetterSender(Ledger ledger, KnownOffices offices) {
        this.ledger = ledger;
        this.offices = offices;
    }

    /** Who writes about the award on the day. */
    public Sender of(Award award, LocalDate day) {
        var office = Optional.ofNullable(ledger.framesOf(Set.of(award.id().value()))
                        .get(award.id().value()))
                .map(one -> offices.get().name(one, day));
        return new Sender(
                office,
                office.map(name -> new Contact(name, "", ""))
                        .orElse(award.purpose().contact()));
    }
}
