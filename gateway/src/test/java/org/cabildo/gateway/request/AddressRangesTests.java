// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangesTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.1.2,true",
        "10.0.0.0/8,11.0.0.1,false",
        "192.168.4.0/22,192.168.7.255,true",
        "192.168.4.0/22,192.168.8.0,false",
        "0.0.0.0/0,8.8.8.8,true",
        "127.0.0.1,127.0.0.1,true",
        "127.0.0.1,127.0.0.2,false",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false",
        "10.0.0.0/8,2001:db8::1,false",
        "10.0.0.0/8,example.org,false"
    })
    void aRangeHoldsItsAddresses(String range, String address, boolean inside) {
        assertThat(new AddressRanges(List.of(range)).contains(address)).isEqualTo(inside);
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThatThrownBy(() -> new AddressRanges(List.of("10.0.0.0/33")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AddressRanges(List.of("proxy.local")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new AddressRanges(List.of("")).contains("10.0.0.1")).isFalse();
    }
}
