// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Commands that the operator gives to a running installation: apply, export, diff, import, import-requests, reindex. */
final class OperatorCommand {

    static final Map<String, String> USAGE = Map.of(
            "apply", "apply <folder>",
            "export", "export <slug> <folder>",
            "diff", "diff <folder>",
            "import", "import <network> <folder>",
            "import-requests", "import-requests <tenant> <recipe> <file>",
            "reindex", "reindex [slug]");

    private static final String CHECK = "--check";
    private static final List<String> OPTIONS = List.of("--verbose", "--json", CHECK);

    private final Home home;
    private final Secrets secrets;
    private final Map<String, String> environment;
    private final PrintStream out;

    OperatorCommand(Home home, Secrets secrets, Map<String, String> environment, PrintStream out) {
        this.home = home;
        this.secrets = secrets;
        this.environment = environment;
        this.out = out;
    }

    /**
     * Exit code 0 when the monolith agreed, 1 when it refused. With {@code --json} its answer is printed as it came,
     * with {@code --verbose} every file and line that differs.
     */
    int run(String command, List<String> given) throws IOException, InterruptedException {
        List<String> arguments =
                given.stream().filter(word -> !OPTIONS.contains(word)).toList();
        String usage = USAGE.getOrDefault(command, "");
        int most = usage.split(" ").length - 1;
        int least = usage.contains("[") ? most - 1 : most;
        if (arguments.size() < least || arguments.size() > most) {
            String check = command.startsWith("import") ? " [--check]" : "";
            throw new LaunchException("usage: ./cabildo " + usage + check + " [--verbose | --json]");
        }
        Management management = management();
        if (command.equals("import-requests")) {
            return new RequestsImport(management, out)
                    .run(
                            arguments.getFirst(),
                            absolute(arguments.get(1)),
                            absolute(arguments.get(2)),
                            given.contains(CHECK),
                            given.contains("--json"));
        }
        if (command.equals("import") && !given.contains("--json")) {
            out.println((given.contains(CHECK) ? "Checking " : "Importing ") + absolute(arguments.getLast()) + " …");
            out.flush();
        }
        String last = arguments.isEmpty() ? "" : arguments.getLast();
        Http.Answer answer = switch (command) {
            case "apply" -> management.apply(absolute(last));
            case "export" -> management.export(arguments.getFirst(), absolute(last));
            case "diff" -> management.diff(absolute(last));
            case "import" -> management.importFigures(arguments.getFirst(), absolute(last), given.contains(CHECK));
            case "reindex" -> management.reindex(last);
            default -> throw new LaunchException("unknown command " + command);
        };
        print(command, last.isEmpty() ? "" : absolute(last), answer, given);
        if (command.equals("import") && !answer.ok()) {
            return 1; // the report said why
        }
        if (!answer.ok()) {
            throw new LaunchException("the monolith refused with " + answer.status());
        }
        return 0;
    }

    private void print(String command, String folder, Http.Answer answer, List<String> given) {
        ManifestReport report = new ManifestReport(out, given.contains("--verbose"));
        boolean told = answer.body().strip().startsWith("{"); // a proxy or a starting monolith may answer otherwise
        if (given.contains("--json") || command.equals("reindex") || !told) {
            out.println(answer.body().strip());
        } else if (command.equals("import")) {
            new FiguresReport(out, given.contains("--verbose")).print(answer.body());
        } else if (!answer.ok()) {
            report.refused(answer.body());
        } else if (command.equals("export")) {
            report.exported(answer.body(), folder);
        } else {
            report.changes(answer.body(), command.equals("apply"));
        }
    }

    private String absolute(String folder) {
        String started = environment.getOrDefault("CABILDO_PWD", "");
        return Path.of(started).resolve(folder).toAbsolutePath().normalize().toString();
    }

    private Management management() throws IOException {
        String url = environment.getOrDefault("CABILDO_MANAGEMENT_URL", "");
        Path remembered = home.run().resolve("management.url");
        if (url.isBlank() && !Files.exists(remembered)) {
            throw new LaunchException("Cabildo does not run on " + home.data()
                    + "; start it with ./cabildo up, or set CABILDO_MANAGEMENT_URL and CABILDO_INTERNAL_TOKEN");
        }
        String token = environment.getOrDefault("CABILDO_INTERNAL_TOKEN", "");
        return new Management(
                url.isBlank() ? Files.readString(remembered).strip() : url,
                token.isBlank() ? secrets.of("internal.token") : token);
    }
}
