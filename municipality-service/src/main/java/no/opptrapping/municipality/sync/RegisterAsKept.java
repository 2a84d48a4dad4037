package no.opptrapping.municipality.sync;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.Register;

/** The register that sources are compared with, and that is changed by what is taken up. */
@ApplicationScoped
class RegisterAsKept {
    private final CurrentRegister currentRegister;
    private final Municipalities municipalities;
    private final MunicipalityFeed feed;

    RegisterAsKept(CurrentRegister currentRegister, Municipalities municipalities, MunicipalityFeed feed) {
        this.currentRegister = currentRegister;
        this.municipalities = municipalities;
        this.feed = feed;
    }

    /** The register now. */
    CurrentRegister.Revision read() {
        return currentRegister.get();
    }

    /** The state of the register in a word. */
    @Transactional
    String basis() {
        return basis(municipalities.revision());
    }

    /** The state that has the number in a word. */
    static String basis(long revision) {
        return "register/" + revision;
    }

    /** Changes the register and tells the world; part of the caller's transaction. Gives the register as it is then. */
    @Transactional(Transactional.TxType.MANDATORY)
    @CanIgnoreReturnValue
    Register change(Consumer<Municipalities> work) {
        var edition = municipalities.lock();
        work.accept(municipalities);
        municipalities.changed(edition);
        var changed = municipalities.load();
        feed.announceChanges(changed);
        return changed;
    }
}
