package no.opptrapping.platform.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file as a header of HTTP carries it (RFC 6266, RFC 8187). */
final class FileName {
    /** How long a name may be, in characters. */
    static final int LONGEST = 200;

    private static final Pattern EXTENDED =
            Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*(utf-8|iso-8859-1)'[A-Za-z0-9-]*'([^;\\s]+)");
    private static final Pattern QUOTED = Pattern.compile("(?i);\\s*filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TOKEN = Pattern.compile("(?i);\\s*filename\\s*=\\s*([^\\s;\"]+)");
    /** Something that can be read, without anything that turns the text around or cannot be seen. */
    private static final Pattern READABLE = Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+");

    private static final Pattern PLAIN = Pattern.compile("[^A-Za-z0-9 ._()-]");
    private static final String UNESCAPED = "!#$&+-.^_`|~";

    private FileName() {}

    /** The name in a <code>Content-Disposition</code>; empty if there is none that can be read. */
    static Optional<String> of(@Nullable String disposition) {
        if (disposition == null) {
            return Optional.empty();
        }
        return extended(disposition)
                .or(() -> first(QUOTED, disposition).map(name -> readAsUtf8(name.replaceAll("\\\\(.)", "$1"))))
                .or(() -> first(TOKEN, disposition).map(FileName::readAsUtf8))
                .map(FileName::withoutPath)
                .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC).strip())
                .filter(name ->
                        name.length() <= LONGEST && READABLE.matcher(name).matches());
    }

    /** What a download says: the name in plain letters for old readers, and as it is. */
    static String disposition(String name) {
        var plain =
                PLAIN.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static Optional<String> extended(String disposition) {
        var found = EXTENDED.matcher(disposition);
        return found.find() ? decoded(found.group(2), Charset.forName(found.group(1))) : Optional.empty();
    }

    private static Optional<String> first(Pattern form, String disposition) {
        var found = form.matcher(disposition);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** A header comes as Latin-1; many write UTF-8 into it. */
    private static String readAsUtf8(String name) {
        return strictly(StandardCharsets.UTF_8, ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
                .orElse(name);
    }

    private static Optional<String> decoded(String value, Charset encoding) {
        var bytes = ByteBuffer.allocate(value.length());
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '%') {
                var code = i + 2 <= value.length() - 1 ? hex(value.substring(i + 1, i + 3)) : -1;
                if (code < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) code);
                i += 2;
            } else {
                bytes.put((byte) value.charAt(i));
            }
        }
        return strictly(encoding, bytes.flip());
    }

    private static int hex(String two) {
        return two.matches("[0-9A-Fa-f]{2}") ? Integer.parseInt(two, 16) : -1;
    }

    private static Optional<String> strictly(Charset encoding, ByteBuffer bytes) {
        try {
            return Optional.of(encoding.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    private static String withoutPath(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String encoded(String name) {
        var written = new StringBuilder();
        for (var one : name.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (one & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || UNESCAPED.indexOf(letter) >= 0)) {
                written.append(letter);
            } else {
                written.append('%').append(String.format("%02X", one & 0xff));
            }
        }
        return written.toString();
    }
}
