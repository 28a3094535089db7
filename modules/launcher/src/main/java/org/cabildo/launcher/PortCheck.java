// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses a start whose ports are taken, before anything runs. */
final class PortCheck {

    private PortCheck() {}

    /** Throws one message that names every taken port, how to move it, and who holds it as far as can be seen. */
    static void requireFree(Set<Port> needed, Ports ports) {
        List<String> taken = new TreeSet<>(needed)
                .stream()
                        .filter(port -> !free(ports.of(port)))
                        .map(port -> refusal(port, ports.of(port)))
                        .toList();
        if (!taken.isEmpty()) {
            throw new LaunchException(String.join("\n", taken) + "\nOr move all of them together: --port-offset 100");
        }
    }

    private static String refusal(Port port, int number) {
        String holder = PortHolder.of(number).map(who -> " by " + who).orElse("");
        return "port " + number + " (" + port.option() + ") is in use" + holder + "; give another with "
                + port.howToMove(number + 1) + " or " + port.variable() + "=" + (number + 1);
    }

    /** Nobody may listen on either loopback: browsers try both for names under localhost. */
    static boolean free(int number) {
        return bindable("127.0.0.1", number) && (bindable("::1", number) || !bindable("::1", 0));
    }

    private static boolean bindable(String address, int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(!Processes.WINDOWS);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), number), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
