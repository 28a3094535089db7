// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The main class behind the {@code cabildo} script: {@code up}, and the operator's commands on what runs. */
public final class Launcher {

    private Launcher() {}

    /** The first argument is the command; the folder of the checkout is in {@code CABILDO_ROOT}. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        try {
            Home home = Home.of(environment);
            String command = arguments.isEmpty() ? "up" : arguments.getFirst();
            List<String> rest = arguments.stream().skip(1).toList();
            if (OperatorCommand.USAGE.containsKey(command)) {
                Secrets secrets = new Secrets(home.secrets());
                return new OperatorCommand(home, secrets, environment, System.out).run(command, rest);
            }
            return new Up(home, Options.parse(rest, environment), environment).run();
        } catch (LaunchException e) {
            System.err.println(e.getMessage());
        } catch (ConnectException e) {
            System.err.println("the monolith does not answer: " + e.getMessage());
        } catch (IOException e) {
            System.err.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
