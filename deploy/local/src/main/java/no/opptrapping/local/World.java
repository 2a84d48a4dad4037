package no.opptrapping.local;

import java.net.URI;
import java.time.Instant;
import java.time.Year;

/** The running system as a scenario sees it: addresses, tokens, the simulated clock, and the power switch. */
public interface World {
    /** The budget year that the scenario is about. */
    Year year();

    /** How the year's money is divided. */
    GrantModel model();

    /** What is said, in the language of the person at the terminal. */
    Texts texts();

    /** The service's address, without a slash at the end. */
    URI address(Service service);

    /** A token for an organisation's own system; may be reused for some minutes. */
    String organisationToken(String organisationNumber, String... scopes);

    /** A token for a person with roles; may be reused for some minutes. */
    String staffToken(String subject, String... roles);

    /** A token for somebody at a county governor's office, with its counties in a row; may be reused for some minutes. */
    String countyGovernorToken(String subject, String counties);

    /** Sets the business clock of all services, which goes on from there; a time that has passed changes nothing. */
    void setClock(Instant instant);

    /** Kills a service with SIGKILL and waits until it is gone. */
    void kill(Service service);

    /** Starts a killed service again and waits until it is ready. */
    void restart(Service service);
}
