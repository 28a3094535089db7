// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was asked for on the command line and in the environment; the command line wins.
 *
 * @param only names of services; empty for all
 */
record Options(Ports ports, boolean fresh, Set<String> only) {

    private static final Set<String> SERVICES = Set.of("postgres", "opensearch", "keycloak", "monolith", "gateway");

    static Options parse(List<String> arguments, Map<String, String> environment) {
        Parsing parsing = new Parsing(environment);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            parsing.take(rest.pop(), rest);
        }
        return new Options(Ports.of(parsing.chosen, parsing.offset), parsing.fresh, parsing.only);
    }

    boolean wants(String service) {
        return only.isEmpty() || only.contains(service);
    }

    private static final class Parsing {

        private final Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        private final Set<String> only = new TreeSet<>();
        private int offset;
        private boolean fresh;

        Parsing(Map<String, String> environment) {
            offset = number(environment.getOrDefault("CABILDO_PORT_OFFSET", "0"), "CABILDO_PORT_OFFSET");
            for (Port port : Port.values()) {
                String given = environment.get(port.variable());
                if (given != null && !given.isBlank()) {
                    chosen.put(port, number(given, port.variable()));
                }
            }
        }

        void take(String word, Deque<String> rest) {
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (equals > 0 && word.startsWith("--")) {
                rest.push(word.substring(equals + 1));
            }
            switch (name) {
                case "--fresh" -> fresh = true;
                case "--port" -> port(value(name, rest));
                case "--port-offset" -> offset = number(value(name, rest), name);
                case "--only" -> only(value(name, rest));
                default -> throw new LaunchException("unknown option " + word + "; ./cabildo help lists them");
            }
        }

        private void port(String given) {
            int equals = given.indexOf('=');
            String name = equals < 0 ? Port.GATEWAY.option() : given.substring(0, equals);
            Port port = Port.named(name)
                    .orElseThrow(() -> new LaunchException("no port is called " + name + "; there are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Port.values())
                                            .map(Port::option)
                                            .toList())));
            chosen.put(port, number(given.substring(equals + 1), "--port"));
        }

        private void only(String given) {
            for (String service : given.split(",")) {
                if (!SERVICES.contains(service)) {
                    throw new LaunchException("no service is called " + service + "; there are "
                            + String.join(", ", new TreeSet<>(SERVICES)));
                }
                only.add(service);
            }
        }

        private static String value(String option, Deque<String> rest) {
            if (rest.isEmpty()) {
                throw new LaunchException(option + " needs a value");
            }
            return rest.pop();
        }

        private static int number(String text, String option) {
            try {
                return Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new LaunchException(option + " needs a number, not '" + text + "'");
            }
        }
    }
}
