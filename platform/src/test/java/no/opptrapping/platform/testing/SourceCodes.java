package no.opptrapping.platform.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The codes that Java sources answer with: every text of theirs that reads <code>room.fact</code>, wherever it stands
 * (in a rule, a constant, a table, an annotation). What an act is called in the audit log reads so too, but is told by
 * the call that it is handed to; a topic by its version.
 */
final class SourceCodes {
    /** What takes the name of an act, first or after whom it is about; its answer is none of a person's. */
    private static final Set<String> TOLD_OF_ACTS =
            Set.of("audit", "auditLog", "impartiality", "delegation", "sight", "samePerson");

    /** What is called with the code of a refusal first, which may be one of platform's without a room. */
    private static final Set<String> REFUSALS = Set.of("conflict", "forbidden", "rejected", "notFound", "unavailable");

    /** What of platform's takes a status before the code. */
    private static final Set<String> ANSWERING = Set.of("answers", "problems");

    private static final Set<String> LISTS = Set.of("List", "Stream");
    private static final String FACT = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Set<String> rooms;
    private final TreeSet<String> whole = new TreeSet<>();
    private final TreeSet<String> begun = new TreeSet<>();
    private final TreeSet<String> written = new TreeSet<>();

    private SourceCodes(Set<String> rooms) {
        this.rooms = rooms;
    }

    /** Reads the sources below a directory. */
    static SourceCodes of(Path java, Set<String> rooms) {
        var codes = new SourceCodes(rooms);
        parsed(java).forEach(unit -> unit.accept(codes.new Reading(), null));
        return codes;
    }

    /** The codes that stand written out. */
    Set<String> whole() {
        return whole;
    }

    /** The beginnings of codes that the sources complete with something, such as <code>worklist.</code>. */
    Set<String> begun() {
        return begun;
    }

    /** Whether a text stands somewhere in the sources. */
    boolean has(String text) {
        return written.contains(text);
    }

    /** The words that the sources of a directory hand to a method or a constructor at a place, the first being 0. */
    static Set<String> said(Path java, String method, int place) {
        var words = new TreeSet<String>();
        parsed(java)
                .forEach(unit -> unit.accept(
                        new TreeScanner<Void, Void>() {
                            @Override
                            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                                add(name(call.getMethodSelect()), call.getArguments());
                                return super.visitMethodInvocation(call, null);
                            }

                            @Override
                            public Void visitNewClass(NewClassTree made, Void none) {
                                add(name(made.getIdentifier()), made.getArguments());
                                return super.visitNewClass(made, null);
                            }

                            private void add(String called, List<? extends ExpressionTree> arguments) {
                                if (called.equals(method) && place == MessageFiles.EVERYWHERE) {
                                    arguments.stream()
                                            .flatMap(SourceCodes::words)
                                            .forEach(words::add);
                                } else if (called.equals(method) && place < arguments.size()) {
                                    words(arguments.get(place)).forEach(words::add);
                                }
                            }
                        },
                        null));
        return words;
    }

    private static Iterable<? extends Tree> parsed(Path java) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = Files.walk(java);
                var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            return sources.isEmpty() ? List.of() : task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Tree called) {
        return switch (called) {
            case IdentifierTree simple -> simple.getName().toString();
            case MemberSelectTree member -> member.getIdentifier().toString();
            default -> "";
        };
    }

    /** The texts that an expression may be, both of a choice. */
    private static Stream<String> words(@Nullable Tree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> Stream.of(text);
            case ParenthesizedTree inner -> words(inner.getExpression());
            case ConditionalExpressionTree choice ->
                Stream.concat(words(choice.getTrueExpression()), words(choice.getFalseExpression()));
            case SwitchExpressionTree choice -> choice.getCases().stream().flatMap(one -> words(one.getBody()));
            case MethodInvocationTree call
            when isList(call.getMethodSelect()) -> call.getArguments().stream().flatMap(SourceCodes::words);
            case null, default -> Stream.empty();
        };
    }

    /** Whom a method is called of, or the method where it is one's own. */
    private static String toldTo(Tree called) {
        return called instanceof MemberSelectTree member ? name(member.getExpression()) : name(called);
    }

    private static boolean isList(Tree called) {
        return called instanceof MemberSelectTree member
                && member.getIdentifier().contentEquals("of")
                && LISTS.contains(name(member.getExpression()));
    }

    private final class Reading extends TreeScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            var called = name(call.getMethodSelect());
            if (REFUSALS.contains(called) || ANSWERING.contains(toldTo(call.getMethodSelect()))) {
                call.getArguments().stream()
                        .skip(REFUSALS.contains(called) ? 0 : 1)
                        .limit(REFUSALS.contains(called) ? 1 : 3)
                        .flatMap(SourceCodes::words)
                        .filter(text -> text.matches("[a-z]+(-[a-z]+)*"))
                        .forEach(whole::add);
            }
            if (!TOLD_OF_ACTS.contains(toldTo(call.getMethodSelect()))) {
                return super.visitMethodInvocation(call, null);
            }
            scan(call.getMethodSelect(), null);
            var act = firstWords(call).toList();
            call.getArguments().stream()
                    .filter(argument -> !act.contains(argument))
                    .forEach(argument -> scan(argument, null));
            return null;
        }

        private Stream<? extends ExpressionTree> firstWords(MethodInvocationTree call) {
            return call.getArguments().stream()
                    .filter(argument -> words(argument).findAny().isPresent())
                    .limit(1);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void none) {
            words(sum.getLeftOperand()).filter(this::isOfARoom).forEach(begun::add);
            return super.visitBinary(sum, null);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            words(literal).forEach(written::add);
            words(literal)
                    .filter(text -> text.matches(FACT + "(\\." + FACT + ")+") && !text.matches(".*\\.v[0-9]+"))
                    .filter(this::isOfARoom)
                    .forEach(whole::add);
            return null;
        }

        private boolean isOfARoom(String text) {
            return rooms.contains(text.substring(0, Math.max(0, text.indexOf('.'))));
        }
    }
}
