// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Made with `openssl`: an EC P-256 key, valid until 2126, over the SHA-256 of "firmware".
inline const QByteArray sha256Hex = "c3bf47ea1f4a4a605470313cacb3a44f4a461f68c6faeab07e737610cb5ac835";
inline const QByteArray signature = "MEUCIF0FY59Q8HYP6kyCGNZf76g+kYlQrk9XSkA+VWT5bbPzAiEAxiSgoaDgGublqeCj65eLoppU0mim/wK7sleulQwvZFc=";
inline const QByteArray certificate = R"(-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUI+SxMwtr0bSAUibqEYD3a3q5AsswCgYIKoZIzj0EAwIw
IjEOMAwGA1UECgwFTWFrZXIxEDAOBgNVBAMMB1NpZ25pbmcwIBcNMjYxMTIzMDcw
NDI3WhgPMjEyNjEwMzAwNzA0MjdaMCIxDjAMBgNVBAoMBU1ha2VyMRAwDgYDVQQD
DAdTaWduaW5nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvKe0sB1wZj8nRlpx
MQ+bqW0q7Ct9NbopeFq8P4rBruVX92+dgRICQGCaW4n0zKwcKNjFRw/QP9eWTGxz
UlyYmKNTMFEwHQYDVR0OBBYEFApNl87frCPmgoR28AD+lc/2F5L9MB8GA1UdIwQY
MBaAFApNl87frCPmgoR28AD+lc/2F5L9MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDSAAwRQIgdJlqer8VlUASCf5S6Dp8tAjTFSVIq2ztGdSUPp3ME5QCIQCD
NbXhIQdypRcw33wwPESxNgefDxUhqxtHW+hfC2NU6A==
-----END CERTIFICATE-----)";
