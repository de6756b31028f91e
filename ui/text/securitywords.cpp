// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/securitywords.h"

#include "store/certificates.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::SecurityWords)
};

struct TypeRow {
    QLatin1StringView type;
    const char *what;
    const char *advice;
};

constexpr std::array typeRows{
    TypeRow{"FirmwareUpdated"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "its firmware was updated"),
            QT_TRANSLATE_NOOP("ui::SecurityWords", "If nobody here did that, ask the vendor.")},
    TypeRow{"FailedToAuthenticationAtCentralSystem"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "its password or certificate was refused here"),
            QT_TRANSLATE_NOOP("ui::SecurityWords", "Enter its password anew, here and at the station.")},
    TypeRow{"CentralSystemFailedToAuthentication"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "it did not trust in who answered it"),
            QT_TRANSLATE_NOOP("ui::SecurityWords",
                              "Somebody may have taken this system's place, or its certificate is not "
                              "the one that the station knows.")},
    TypeRow{"SettingSystemTime"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "its clock was changed"),
            QT_TRANSLATE_NOOP("ui::SecurityWords", "Usual after a start. At other times look whether its sessions have "
                                                   "the right times.")},
    TypeRow{"StartupOfTheDevice"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "it has started"),
            QT_TRANSLATE_NOOP("ui::SecurityWords", "If nobody restarted it, look at its power.")},
    TypeRow{"ResetOrReboot"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "it was restarted"),
            QT_TRANSLATE_NOOP("ui::SecurityWords", "If nobody did that, look at its power.")},
    TypeRow{"SecurityLogWasCleared"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "its security log was cleared"),
            QT_TRANSLATE_NOOP("ui::SecurityWords", "If nobody here did that, somebody may hide something.")},
    TypeRow{"ReconfigurationOfSecurityParameters"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "its keys or its security profile were changed"), ""},
    TypeRow{
        "MemoryExhaustion"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "its memory is getting full"),
        QT_TRANSLATE_NOOP("ui::SecurityWords", "Restart it when nobody charges; if it comes again, ask the vendor.")},
    TypeRow{"InvalidMessages"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "it got messages that are not valid"), ""},
    TypeRow{"AttemptedReplayAttacks"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "it got a message that was replayed"),
            ""},
    TypeRow{"TamperDetectionActivated"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "somebody has opened or moved it"),
            QT_TRANSLATE_NOOP("ui::SecurityWords", "Go there and look at its housing.")},
    TypeRow{"InvalidFirmwareSignature"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "a firmware was signed wrongly, and not installed"), ""},
    TypeRow{"InvalidFirmwareSigningCertificate"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "it does not trust in who signed a firmware"), ""},
    TypeRow{"InvalidCentralSystemCertificate"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "it does not trust in this system's certificate"), ""},
    TypeRow{"InvalidChargePointCertificate"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "it did not take the certificate that was made for it"), ""},
    TypeRow{"InvalidTLSVersion"_L1, QT_TRANSLATE_NOOP("ui::SecurityWords", "the encryption here is too old for it"),
            ""},
    TypeRow{"InvalidTLSCipherSuite"_L1,
            QT_TRANSLATE_NOOP("ui::SecurityWords", "the ciphers offered here are too weak for it"), ""},
};

} // namespace

SecurityWords securityWords(const QString &type)
{
    const auto found = std::ranges::find(typeRows, type, &TypeRow::type);
    if (found == typeRows.end())
        return {type, Words::tr("Nobody but its vendor knows what that means, or how serious it is. Ask there.")};
    const QString advice = *found->advice == '\0' ? QString() : Words::tr(found->advice);
    return {Words::tr(found->what), advice};
}

QString refusalWords(const store::CertificateRefusal &refusal)
{
    return storedText(refusal.text);
}

} // namespace ui
