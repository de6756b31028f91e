// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/storedtext.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::StoredText)
};

/// The sentence itself is the key: it stands in the database as the engine wrote it. The first that fits counts, so the
/// narrower ones come first. What stands in place of %1 may be a sentence of the table, too.
constexpr std::array sentences{
    // Commands that were not sent, or got no answer.
    QT_TRANSLATE_NOOP("ui::StoredText", "The answer cannot be read: %1 at %2."),
    QT_TRANSLATE_NOOP("ui::StoredText", "No answer within %1 s. A later one is still taken."),
    QT_TRANSLATE_NOOP("ui::StoredText", "No answer came in time."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station was not there in time."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The connection broke before the answer; it may have been done."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The connection was lost before the station answered."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The central system was stopped before the station answered."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "Not sent: the station is Pending and must not start or stop transactions (4.2). "
                      "Accept it first."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "Not sent: %1 has as many sessions open as it may, %2. End one first, or allow it "
                      "more."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Not sent: a station that is accepted must not be asked for a BootNotification "
                                        "(E 3.40). A Reset makes it send one."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Not sent: the station has no reservations (SupportedFeatureProfiles)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Not sent: the station cannot keep just any connector free "
                                        "(ReserveConnectorZeroSupported is not true). Choose a connector."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Not sent: the reservation would have been over already. Choose a later end."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "Not sent: the charging profile of a remote start must be a TxProfile (5.16.2)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Not sent: the charging profile of a remote start must not name a transaction, "
                                        "for there is none yet (E 3.41). Leave transactionId out."),
    // What is kept in step, and why it waits or was given up.
    QT_TRANSLATE_NOOP("ui::StoredText", "%1: %2 It was tried %3 times. Retry it when the station is well."),
    QT_TRANSLATE_NOOP("ui::StoredText", "the station answered \"%1\"."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station is offline. It goes on when it connects."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station's configuration is read first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A person cancelled its %1. Resume it to go on."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Keys are to be changed: %1."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Keys are valid after a restart: %1. Reset the station when no session runs."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station refuses keys: %1. Enter other values, or take the wishes back."),
    QT_TRANSLATE_NOOP(
        "ui::StoredText",
        "The station has no local list: its SupportedFeatureProfiles are without LocalAuthListManagement. "
        "Take its list away, or let its firmware be updated."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The station would not use its local list: LocalAuthListEnabled is false. Set it "
                      "to true in its configuration."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The station answered that it does not support local lists. Take its list away, or "
                      "let its firmware be updated."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The list has %1 entries, but the station takes no more than %2 "
                                        "(LocalAuthListMaxLength). Give it a shorter list, of one group for instance."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station refused the last update (%1), so it gets the whole list."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station has no list from here yet, so it gets the whole list."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The station says that its list has version %1, but %2 was sent last, so it gets "
                      "the whole list."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The version of the station's list is not known, so it is asked."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Entries differ: %1."),
    // Charging profiles.
    QT_TRANSLATE_NOOP("ui::StoredText", "The station does not support charging profiles: %1 Withdraw them, or retry "
                                        "after an update of its firmware."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A profile does not fit the station: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "There is no connector %1: the station has %2."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A TxProfile needs the transaction that it is for, and none runs at this "
                                        "connector (3.13.1)."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The station's highest stack level is %1 (ChargeProfileMaxStackLevel), not %2."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station takes schedules in %1 only "
                                        "(ChargingScheduleAllowedChargingRateUnit), not in %2."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station takes %1 profiles at most (MaxChargingProfilesInstalled); this "
                                        "would be number %2. Withdraw another one first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station takes %1 periods at most (ChargingScheduleMaxPeriods), not %2."),
    // Sites.
    QT_TRANSLATE_NOOP("ui::StoredText", "A fuse needs a name of 1 to 100 characters."),
    QT_TRANSLATE_NOOP("ui::StoredText", "There are two fuses \"%1\". Give each a name of its own."),
    QT_TRANSLATE_NOOP("ui::StoredText", "There is no fuse \"%1\" in this site. Name one that is, or none for the "
                                        "first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A fuse bears more than 0 and at most 10,000 A on some phase. Give the amperes "
                                        "printed on it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A base load is 0 to 10,000 A."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A site needs a name of 1 to 100 characters."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A site needs at least one fuse: the one that all of it hangs on."),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 fuses have no parent. All but one need one: enter the main fuse, or the "
                                        "connection of the house, above them."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The phases are one to three of L1, L2 and L3, each once: those of the fuse to "
                                        "which the first, second and third phase of the station are wired."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A priority is 1 to 9."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A car needs at least 6 A to charge, and none needs more than 80 A."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A station's maximum is at least the minimum of a car, and at most 1,000 A."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A fallback is 0, or at least 6 A and at most the station's maximum. Between 0 "
                                        "and 6 A no car charges."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A voltage is 50 to 500 V."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Base load and fallbacks are %1 A above what fuse \"%2\" bears on %3: when "
                                        "this computer is off it would blow. Lower the fallbacks, leave them out to "
                                        "have them chosen, or lower the base load."),
    QT_TRANSLATE_NOOP("ui::StoredText", "There is no station \"%1\" whose meter could be read."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A fuse is above itself. Its parents must lead to the main fuse."),
    QT_TRANSLATE_NOOP("ui::StoredText", "There is no station \"%1\". Enter it first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "\"%1\" is in the list twice."),
    QT_TRANSLATE_NOOP("ui::StoredText", "\"%1\" is in another site, \"%2\". Take it out there first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "There is no fuse \"%1\" in this site."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station took no limit: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station has a single stack level (ChargeProfileMaxStackLevel 0): there is "
                                        "no room for a limit that expires above one that stays. It counts with all it "
                                        "can draw."),
    // Firmware, and the files of stations.
    QT_TRANSLATE_NOOP("ui::StoredText", "The station could not fetch the file. Check whether it reaches the file "
                                        "server at the address in its command."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The station could not fetch the file over HTTPS. Check whether it reaches the file "
                      "server at the address in its command, and whether it has the root of the "
                      "authority that signed the server's certificate. Without a certificate in the "
                      "settings files go over HTTP."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station found that the signature is not that of the file. Get image and "
                                        "signature from the manufacturer again."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station installed the firmware and then found it damaged or not meant "
                                        "for it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station could not install the firmware. Its diagnostics may say why."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station does not take UpdateFirmware (%1). If it wants signed firmware, "
                                        "send a signed update."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station does not take SignedUpdateFirmware (%1). Send an unsigned "
                                        "update instead."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The firmware image was removed."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Firmware %1 is to be sent. Its signature is valid, its issuer is not known: "
                                        "which manufacturer's root certificates the station has is not known in full "
                                        "here. Install the manufacturer's root on it, and the issuer is checked here, "
                                        "too."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Firmware %1 is to be sent."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The signature is valid, but none of the manufacturer's root certificates of %1 "
                      "stands behind the signing certificate: the station would refuse it. Install "
                      "the root certificate that does on the station, or get an image of its "
                      "manufacturer."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Update %1 took its place."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station dropped it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station would not drop it (%1): it goes on."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Fetching the file failed for the %1. time; the station tries again."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station works on it; its last word: %1."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station does not trust the signing certificate (%1). Install the "
                                        "manufacturer's root certificate on it, or ask the manufacturer."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station did not say so, but it booted with version %1."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station said Installed, but it boots with version %1 instead of %2."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Nothing more was heard of it; the station's last word was \"%1\". Ask for "
                                        "its diagnostics, or send it again."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station could not be asked to drop it: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "The signing certificate is not valid yet. Ask the manufacturer, or check "
                                        "this clock."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The signing certificate has expired. Ask the manufacturer for a newly "
                                        "signed image."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The signing certificate has neither an RSA nor an elliptic-curve key, which "
                                        "stations do not understand."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The key of the signing certificate has only %1 bits, and stations refuse "
                                        "it. Ask the manufacturer for an image that is signed with a stronger one."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The signing certificate cannot be read. It has to be a certificate in PEM."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The signature cannot be read. It has to be base64."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The signature does not belong to this file and certificate (RSA-PSS or "
                                        "ECDSA over SHA-256). Get file, signature and certificate from the "
                                        "manufacturer again."),
    QT_TRANSLATE_NOOP("ui::StoredText", "OCPP 1.6 cannot call back an UpdateFirmware. From our file server the "
                                        "station gets nothing any more; what it has, or finds on a server of your "
                                        "own, it may still install."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file is on node %1 of this central system, which does not run, has no "
                                        "file server, or has no address in the network. Mend that, or enter the image "
                                        "on node %2 as well, to which %3 is connected, and send that one."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Not sent: the update is over."),
    QT_TRANSLATE_NOOP("ui::StoredText", "It was cancelled before it was sent."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The roll-out stopped when %1 failed: %2"),
    QT_TRANSLATE_NOOP("ui::StoredText", "The roll-out was cancelled."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file server is switched off, and %1 has nowhere to get files from or "
                                        "bring them to. Give it a port in the settings."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file server has no port for HTTP, and %1 does not name HTTPS. Give it a "
                                        "free one in the settings."),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 transfers files by %2 only, which the built-in file server does not "
                                        "speak. Enter the address of a server that does in the settings."),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 transfers files by %2 only, and the built-in file server has no "
                                        "certificate for HTTPS. Enter a certificate and its key in the settings, or "
                                        "the address of another server."),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 transfers files by %2 only, but the file server that is entered in the "
                                        "settings is %3. Enter one that the station understands."),
    QT_TRANSLATE_NOOP("ui::StoredText", "It is not known yet by which address %1 reaches us: it was never online."),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 reached us as \"%2\", which means the station itself to a station. Enter "
                                        "the address of the file server in the settings."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station says that it brought the file, but none has arrived. Check "
                                        "whether it reaches the file server; the link still works."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station did not bring it in time."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station has no diagnostics of that time."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station dropped it for a newer request."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station could not bring the file. Check whether it reaches the file "
                                        "server."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The station could not bring the file over HTTPS. Check whether it reaches the file "
                      "server, and whether it has the root of the authority that signed the server's "
                      "certificate. Without a certificate in the settings files go over HTTP."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station did not understand where to bring the file."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file server did not let the station in."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station cannot bring files in the way it was asked to."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file is larger than the %1 MiB that are taken. Ask for a shorter time, or "
                                        "allow more in the settings."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file is larger than what is taken."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The disk is full: less than %1 MiB are left for other things, so no file is "
                                        "taken. Make room."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The received files fill the %1 MiB that they may have. Delete old ones, or allow "
                      "more in the settings."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The disk does not take any more: %1. Make room."),
    // HTTPS of the file server.
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The file server does not speak HTTPS with the certificate %1 and the key %2. %3"),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file server does not speak HTTPS: it needs a certificate and its key, and "
                                        "there is no --%1. Give both, or neither."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file server does not speak HTTPS: %1 cannot be read (%2). Give another "
                                        "--%3, or let this program's user read it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The file server cannot use port %1: another program has it. Choose another "
                                        "--%2, or 0 to do without it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Certificate %1 in the file was not signed by the one that follows it. The "
                                        "server's own comes first, then the one that signed it, and so on."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate is not valid before %1. Check this computer's clock, or get "
                                        "another certificate."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate expired on %1. Get a new one from whoever issued it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The key asks for a passphrase, and nobody is there to type it. Save it "
                                        "without one: openssl pkey -in KEY -out NEW-KEY."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The key cannot be read. It has to be PEM, beginning with -----BEGIN PRIVATE "
                                        "KEY-----."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The key does not belong to the certificate. Give the one that the certificate "
                                        "was requested with."),
    QT_TRANSLATE_NOOP("ui::StoredText", "OpenSSL does not take them (%1). Get a certificate for an RSA key of 2048 "
                                        "bits or an elliptic-curve key of 256."),
    // Sessions, and what could not be booked.
    QT_TRANSLATE_NOOP("ui::StoredText", "Transaction %1 started on the same connector, and no stop had come."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station stopped transaction %1, which is not known for it."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "The station stopped transaction %1 again, differently. The first stop counts."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "%1 could not be booked: the database refused it. The program's own log says why; "
                      "the message is kept here."),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 could not be booked: %2 at %3 (%4)."),
    QT_TRANSLATE_NOOP("ui::StoredText",
                      "%1 more messages of this station could not be booked. They are in the log of "
                      "its messages; this is the first. Settle what waits here, and new ones are kept "
                      "again."),
    // Certificates.
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate cannot be read. It has to be PEM, beginning with -----BEGIN "
                                        "CERTIFICATE-----."),
    QT_TRANSLATE_NOOP("ui::StoredText", "There are %1 certificates, but only one can be taken here. Give them one by "
                                        "one."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate has a key of a kind that is not known here."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Certificate %1 of the chain was not signed by the one that follows it. The "
                                        "station's own comes first, then the one that signed it, and so on."),
    QT_TRANSLATE_NOOP("ui::StoredText", "This is not the certificate of an authority: it may not sign others. Give "
                                        "the root that signed it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Stations refuse its key (%1): they take RSA from 2048 bits and elliptic "
                                        "curves from 224 (A00.FR.502)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate has expired. Ask its issuer for a new one."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate has %1 characters, and stations take %2 (W 5.11)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station checks new roots (AdditionalRootCertificateCheck), and this one "
                                        "was not signed by %1, whose place it would take (M05.FR.09)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station has room for %1 root certificates (CertificateStoreMaxLength). "
                                        "Delete another one first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station has %1 root certificates and no room for more "
                                        "(CertificateStoreMaxLength). Delete one of them."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station does not know the messages for certificates (%1). Withdraw what "
                                        "is desired, or retry after an update of its firmware."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station accepted it, but does not list it among its certificates. Have "
                                        "it installed once more, or ask the station's vendor."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The request cannot be read: it is no certificate signing request in PEM."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The request's signature is wrong: whoever made it does not have the key."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The request is for a key (%1) that is neither RSA nor on an elliptic curve."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The request is for a key (%1) that is too weak: RSA needs 2048 bits, an "
                                        "elliptic curve 224 (A00.FR.502)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The request is for \"%1\", which is neither the station's id nor a serial "
                                        "number of it (A00.FR.511)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The request's organization is \"%1\", but the station's CpoName is \"%2\" "
                                        "(A02.FR.13)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate is for another key than the request. The first one of the "
                                        "chain has to be made from the station's request %1."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate is for \"%1\", but the request for \"%2\"."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Stations refuse the key of %1 (%2): they take RSA from 2048 bits and "
                                        "elliptic curves from 224 (A00.FR.502)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Request %1 waits for no certificate: it is %2."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The chain has %1 characters, but the station takes %2 "
                                        "(CertificateSignedMaxChainSize). Leave out what it knows, the root first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station answered Rejected: to it the certificate is not valid. Look at "
                                        "its security events, and sign the request again."),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 has expired."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station has made no request that a certificate could be for. Have it make "
                                        "one with ExtendedTriggerMessage, SignChargePointCertificate."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station answered Rejected: the certificate is not valid, or there is no "
                                        "room."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station answered Failed: perhaps it needs the certificate for this "
                                        "connection (M04.FR.06)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station answered Failed."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station answered %1."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station's own certificate is signed, and is sent to it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "What the station has now is not known, so it is asked."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Root certificates differ: %1."),
    // Certificates for Plug & Charge.
    QT_TRANSLATE_NOOP("ui::StoredText", "The request does not wait for a certificate any more: it is %1."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The first certificate is not for the key of the station's request. Have that "
                                        "request signed: a new one has a new key."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The chain is too long for a station: %1 characters, at most %2 are allowed. "
                                        "Leave out the root."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The command that was to bring it was cancelled."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station never answered: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "A person refused it."),
    QT_TRANSLATE_NOOP("ui::StoredText", "No EST server is set that could sign."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The answer holds no certificate."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The certificate in the answer is for another key."),
    // Connections.
    QT_TRANSLATE_NOOP("ui::StoredText", "An answer that no call of ours waits for."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The message id was used before on this connection."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A CALL came before the one before it was answered."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The station is not accepted yet; BootNotification comes first."),
    QT_TRANSLATE_NOOP("ui::StoredText", "The handshake names no subprotocol (Sec-WebSocket-Protocol: ocpp1.6); read as "
                                        "OCPP 1.6."),
    QT_TRANSLATE_NOOP("ui::StoredText", "A binary frame: OCPP-J sends text frames only (J 4.1.2)."),
    QT_TRANSLATE_NOOP("ui::StoredText", "More frames than can be worked off; the connection was closed."),
    QT_TRANSLATE_NOOP("ui::StoredText", "It sends but does not read what is sent to it; the connection was closed."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Closed with 1009 (%1): a frame larger than %2 bytes."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Closed with 1007 (%1): a text that is not UTF-8."),
    QT_TRANSLATE_NOOP("ui::StoredText", "Closed with 1002 (%1): not the WebSocket protocol (RFC 6455)."),
    // Frames.
    QT_TRANSLATE_NOOP("ui::StoredText", "is not valid JSON: %1 at byte %2"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is not a JSON array"),
    QT_TRANSLATE_NOOP("ui::StoredText", "ends with NUL; ignored"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has no known message type: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "there are %1 elements, %2 belong there; the others are ignored"),
    QT_TRANSLATE_NOOP("ui::StoredText", "there is no message %1 in OCPP 1.6"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the message id is missing"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the message id is empty"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the message id is a number; read as its text"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the message id is %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the message id has %1 characters, %2 are allowed; kept whole"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the action is missing"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the action is %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the payload is missing; read as {}"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the payload is null; read as {}"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the payload is %1, not an object"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the error code %1 is unknown"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the error details are %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "the %1 is %2"),
    QT_TRANSLATE_NOOP("ui::StoredText", "error code"),
    QT_TRANSLATE_NOOP("ui::StoredText", "error description"),
    // Values. "Left out" may follow whatever is wrong.
    QT_TRANSLATE_NOOP("ui::StoredText", "%1; left out"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is required, but missing"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is required, but null"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is null; read as absent"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is an empty text"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is an empty list; read as absent"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is not a field of this message; ignored"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is not an address with a scheme such as https://"),
    QT_TRANSLATE_NOOP("ui::StoredText", "contains characters that an address must escape"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has %1 characters, %2 are allowed; kept whole"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has %1 items, at least %2 are required"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has the unknown value %1; kept"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has the unknown value %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is spelled %1; read as \"%2\""),
    QT_TRANSLATE_NOOP("ui::StoredText", "expected a text, found %1; read as its text"),
    QT_TRANSLATE_NOOP("ui::StoredText", "expected a number, found the text %1; read as number"),
    QT_TRANSLATE_NOOP("ui::StoredText", "expected true or false, found %1; read as %2"),
    QT_TRANSLATE_NOOP("ui::StoredText", "expected %1, found %2"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has a fraction: %1; rounded"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has more than one decimal: %1; kept"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is not a date and time such as 2026-01-31T12:00:00Z: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "has no time zone: %1; read as %2"),
    QT_TRANSLATE_NOOP("ui::StoredText", "local time"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is a time in an unusual notation: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is %1: the clock does not seem to be set"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is out of range: %1"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is %1, at least %2 is allowed"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is %1, at most %2 is allowed"),
    QT_TRANSLATE_NOOP("ui::StoredText", "is %1, %2 to %3 is allowed"),
    QT_TRANSLATE_NOOP("ui::StoredText", "%1 is not sent in this direction"),
    QT_TRANSLATE_NOOP("ui::StoredText", "a text"),
    QT_TRANSLATE_NOOP("ui::StoredText", "a number"),
    QT_TRANSLATE_NOOP("ui::StoredText", "a whole number"),
    QT_TRANSLATE_NOOP("ui::StoredText", "true or false"),
    QT_TRANSLATE_NOOP("ui::StoredText", "a date and time"),
    QT_TRANSLATE_NOOP("ui::StoredText", "an object"),
    QT_TRANSLATE_NOOP("ui::StoredText", "an array"),
};

/// A stored value may be a whole frame: what is longer than any sentence is not looked at.
constexpr qsizetype longestSentence = 600;

QRegularExpression patternOf(const char *sentence)
{
    QString pattern = QRegularExpression::escape(QString::fromLatin1(sentence));
    static const QRegularExpression place(u"\\\\%[1-4]"_s);
    pattern.replace(place, u"(.*)"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::array<QRegularExpression, sentences.size()> &patterns()
{
    static const auto all = [] {
        std::array<QRegularExpression, sentences.size()> result;
        for (std::size_t i = 0; i < sentences.size(); ++i)
            result[i] = patternOf(sentences[i]);
        return result;
    }();
    return all;
}

/// In one go: what is filled in may itself contain a "%1".
QString filled(const QString &sentence, const QStringList &parts)
{
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (place < 1 || place > parts.size()) {
            result += sentence[i];
            continue;
        }
        result += parts.at(place - 1);
        ++i;
    }
    return result;
}

} // namespace

QString storedText(const QString &english)
{
    if (english.isEmpty() || english.size() > longestSentence)
        return english;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const QRegularExpressionMatch match = patterns().at(i).match(english);
        if (!match.hasMatch())
            continue;
        QStringList parts;
        for (int part = 1; part <= match.lastCapturedIndex(); ++part)
            parts.append(storedText(match.captured(part)));
        return format::unbroken(filled(Words::tr(sentences.at(i)), parts));
    }
    return english;
}

QStringList splitFindings(const QString &findings)
{
    // A sentence may have a semicolon of its own; only before a pointer does it end a finding.
    static const QRegularExpression border(u"; (?=/)"_s);
    return findings.split(border, Qt::SkipEmptyParts);
}

QString findingLines(const QString &findings)
{
    QStringList lines;
    for (const QString &finding : splitFindings(findings)) {
        const qsizetype colon = finding.startsWith(u'/') ? finding.indexOf(u": "_s) : -1;
        lines.append(colon < 0 ? storedText(finding) : finding.left(colon + 2) + storedText(finding.mid(colon + 2)));
    }
    return lines.join(u'\n');
}

std::span<const char *const> storedSentences()
{
    return sentences;
}

} // namespace ui
