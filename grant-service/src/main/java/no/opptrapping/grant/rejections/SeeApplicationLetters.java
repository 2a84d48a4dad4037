package no.opptrapping.grant.rejections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.SeeLetters;

/** Finds the letter that answers an application that the caller may see: of the award, or of the rejection. */
@ApplicationScoped
public class SeeApplicationLetters {
    private final FindApplications findApplications;
    private final SeeLetters seeLetters;

    SeeApplicationLetters(FindApplications findApplications, SeeLetters seeLetters) {
        this.findApplications = findApplications;
        this.seeLetters = seeLetters;
    }

    /** The newest letter; empty when the application is not decided, or the caller may not see it. */
    @Transactional
    public Optional<Letter> find(ApplicationId id) {
        return findApplications.find(id).flatMap(_ -> seeLetters.answering(id.value()));
    }
}
