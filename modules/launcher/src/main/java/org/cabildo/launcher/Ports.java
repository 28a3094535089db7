// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The port numbers of one installation, each within range and used once. */
record Ports(Map<Port, Integer> numbers) {

    Ports {
        numbers = Map.copyOf(numbers);
        Set<Integer> seen = new TreeSet<>();
        for (Port port : Port.values()) {
            int number = numbers.get(port);
            if (number < 1 || number > 65535) {
                throw new LaunchException("port " + number + " for " + port.option() + " is not between 1 and 65535");
            }
            if (!seen.add(number)) {
                throw new LaunchException(
                        "port " + number + " is given twice; move one with " + port.howToMove(number + 1));
            }
        }
    }

    /**
     * Chosen ports win over the offset, which moves every other port away from its usual number.
     *
     * @param chosen numbers from the command line or the environment
     */
    static Ports of(Map<Port, Integer> chosen, int offset) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, chosen.getOrDefault(port, port.usual() + offset));
        }
        return new Ports(numbers);
    }

    int of(Port port) {
        return numbers.get(port);
    }
}
