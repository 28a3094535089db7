// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.cabildo.platform.outbound.AddressRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressGuardTests {

    private final OutboundAddressGuard guard = new OutboundAddressGuard(InetAddress::getAllByName, List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "fec0::1"
            })
    void refusesAddressesThatAreNotPublic(String address) {
        String host = address.contains(":") ? "[" + address + "]" : address;

        assertRefused("http://" + host + "/", Reason.NOT_PUBLIC);
    }

    @Test
    void refusesMappedAddressesHoweverTheyAreMade() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;

        assertThat(guard.reachable(Inet6Address.getByAddress("x", mapped, 0))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "200.58.160.25"})
    void allowsPublicAddresses(String address) {
        assertThat(guard.reachable(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.org/,NOT_A_WEB_ADDRESS",
        "file:///etc/passwd,NOT_A_WEB_ADDRESS",
        "gopher://example.org:70/,NOT_A_WEB_ADDRESS",
        "/path,NOT_A_WEB_ADDRESS",
        "http:///path,NOT_A_WEB_ADDRESS",
        "mailto:a@example.org,NOT_A_WEB_ADDRESS",
        "http://user:pass@example.org/,NOT_A_WEB_ADDRESS",
        "http://8.8.8.8:22/,PORT",
        "http://8.8.8.8:5432/,PORT"
    })
    void refusesWhatIsNoWebAddress(URI address, Reason reason) {
        assertRefused(address.toString(), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://localhost/"})
    void refusesLoopbackInOtherSpellings(String address) {
        assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> guard.check(URI.create(address)));
    }

    @Test
    void refusesANameThatLeadsToAPublicAndAPrivateAddress() {
        OutboundAddressGuard mixed = new OutboundAddressGuard(
                host -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")},
                List.of());

        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> mixed.check(URI.create("https://mixed.example/")))
                .matches(e -> e.reason() == Reason.NOT_PUBLIC);
    }

    @Test
    void refusesANameThatIsNotKnown() {
        OutboundAddressGuard none = new OutboundAddressGuard(
                host -> {
                    throw new UnknownHostException(host);
                },
                List.of());

        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> none.check(URI.create("https://nowhere.example/")))
                .matches(e -> e.reason() == Reason.UNKNOWN_HOST);
    }

    @Test
    void allowsARangeThatTheOperatorNames() {
        OutboundAddressGuard open = new OutboundAddressGuard(InetAddress::getAllByName, List.of("10.20.0.0/16"));

        assertThatNoException().isThrownBy(() -> open.check(URI.create("http://10.20.1.1:9000/hook")));
        assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> open.check(URI.create("http://10.21.1.1/")));
    }

    private void assertRefused(String address, Reason reason) {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> guard.check(URI.create(address)))
                .matches(e -> e.reason() == reason)
                .matches(e -> e.messageKey().startsWith("platform.outbound.refused."));
    }
}
