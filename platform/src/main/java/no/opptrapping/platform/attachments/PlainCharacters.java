package no.opptrapping.platform.attachments;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file is text: UTF-8, or what Windows writes here, and nothing but what can be seen, tabs and line ends. */
final class PlainCharacters {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int PIECE = 16 * 1024;

    private PlainCharacters() {}

    static boolean fill(Path file) throws IOException {
        return fill(file, StandardCharsets.UTF_8) || fill(file, WINDOWS);
    }

    private static boolean fill(Path file, Charset encoding) throws IOException {
        var decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var text = new InputStreamReader(Files.newInputStream(file), decoder)) {
            var piece = new char[PIECE];
            for (var read = text.read(piece); read >= 0; read = text.read(piece)) {
                for (var i = 0; i < read; i++) {
                    if (Character.isISOControl(piece[i]) && "\t\r\n".indexOf(piece[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
