// SPDX-License-Identifier: GPL-3.0-or-later
#include "endings.h"
#include "ocpp/messages.h"
#include "ocpp/messages/plugandcharge.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using endings::Ending;
using endings::Feature;

/// What becomes of all that stations are asked beyond the Core profile, whatever they answer, or do not: a table of features
/// by a table of endings, against simulated stations. Core is in tst_outcomes.
class tst_Endings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void noneIsMissing();
    void ends_data();
    void ends();

private:
    static std::vector<Feature> allFeatures();
    void play(Ending ending);

    const std::vector<Feature> features_ = allFeatures();
    OpenSsl authority_;
    std::unique_ptr<endings::Scene> scene_; ///< of the ending that was played last
    QString missing_; ///< what did not come about in it
};

/// Certificates first: see there.
std::vector<Feature> tst_Endings::allFeatures()
{
    std::vector<Feature> all = endings::certificateFeatures();
    for (auto more : {endings::chargingFeatures(), endings::fileFeatures()})
        std::ranges::move(more, std::back_inserter(all));
    return all;
}

void tst_Endings::initTestCase()
{
    authority_.makeRoot(u"root"_s, u"/O=Nordkai/CN=Root"_s);
}

void tst_Endings::cleanupTestCase()
{
    scene_.reset();
}

/// A new message has its row here, or belongs to Core.
void tst_Endings::noneIsMissing()
{
    QStringList requests;
    for (const ocpp::MessageInfo &message : ocpp::messages()) {
        if (message.toStation && message.profile != ocpp::Profile::Core)
            requests.append(QString(message.action));
    }
    for (const ocpp::VendorMessage &message : ocpp::vendorMessages()) {
        const QString request = u"DataTransfer."_s + message.messageId;
        if (message.toStation && !requests.contains(request)) // both vendors have it
            requests.append(request);
    }
    QVERIFY(requests.size() > 20);
    for (const QString &request : std::as_const(requests)) {
        const auto count = std::ranges::count(features_, request, &Feature::request);
        QVERIFY2(count == 1, qPrintable(u"%1 has %2 rows"_s.arg(request).arg(count)));
    }
    QCOMPARE(qsizetype(features_.size()), requests.size());
}

/// By endings: each of them is played once, for all features.
void tst_Endings::ends_data()
{
    QTest::addColumn<int>("feature");
    QTest::addColumn<int>("ending");
    for (const endings::EndingRow &row : endings::allEndings) {
        for (std::size_t i = 0; i < features_.size(); ++i)
            QTest::addRow("%s, %s", row.name, qPrintable(features_[i].request)) << int(i) << int(row.ending);
    }
}

void tst_Endings::play(Ending ending)
{
    if (scene_ && scene_->ending() == ending)
        return;
    scene_.reset();
    scene_ = std::make_unique<endings::Scene>(features_, ending, authority_);
    missing_ = scene_->play();
}

void tst_Endings::ends()
{
    constexpr int patience = 20'000; // ms
    QFETCH(int, feature);
    QFETCH(int, ending);
    play(Ending(ending));
    QVERIFY2(missing_.isEmpty(), qPrintable(missing_));
    const auto which = std::size_t(feature);
    const endings::Cell cell = features_[which].cellOf(Ending(ending));
    const bool isAnswered = cell.state == "accepted"_L1 || cell.state == "rejected"_L1;
    const auto state = [&] { return QString(toString(scene_->commandOf(which).state)); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), cell.state, patience);
    QTRY_COMPARE_WITH_TIMEOUT(scene_->recordOf(which), cell.record, patience);
    const store::Command command = scene_->commandOf(which);
    QCOMPARE(command.late, Ending(ending) == Ending::LateAnswer);
    QCOMPARE(command.error.isEmpty(), isAnswered); // else it says why
    QCOMPARE(command.answer.isEmpty(), !isAnswered);
}

QTEST_GUILESS_MAIN(tst_Endings)
#include "tst_endings.moc"
