package no.opptrapping.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The language that the person at the terminal reads: Bokmål, Nynorsk, English. */
public enum Language {
    NB,
    NN,
    EN;

    /** Its tag: <code>nb</code>, <code>nn</code>, <code>en</code>. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with the tag; <code>no</code> means Bokmål, of others there is none. */
    static Optional<Language> of(String tag) {
        var wanted = tag.equals("no") ? NB.tag() : tag;
        return Arrays.stream(values()).filter(one -> one.tag().equals(wanted)).findFirst();
    }

    /**
     * The language of the terminal, by the first of <code>LC_ALL</code>, <code>LC_MESSAGES</code> and <code>LANG</code>
     * that is set (POSIX); English if it is another, or none.
     */
    static Language ofTerminal(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .flatMap(locale -> of(locale.split("[_.@]", 2)[0]))
                .orElse(EN);
    }
}
