// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/imageform.h"

#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrolling.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>
#include <tuple>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int labelWidth = 104; // px
constexpr int blockHeight = 84; // px

auto content(const store::FirmwareImage &image)
{
    return std::tie(image.name, image.version, image.vendor, image.model, image.signature, image.signingCertificate);
}

QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(u"\\s"_s);
    return text.remove(blanks);
}

/// A line has no room for all of it.
QString inHalves(const QString &hash)
{
    return hash.first(hash.size() / 2) + u' ' + hash.sliced(hash.size() / 2);
}

bool isBase64(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64Encoding
                                                                             | QByteArray::AbortOnBase64DecodingErrors);
    return decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok
           && text == QString::fromLatin1(text.toLatin1());
}

} // namespace

ImageForm::ImageForm(QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(380);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildFields(), 1);
    layout->addWidget(buildButtons());
}

QWidget *ImageForm::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->wrapping();
    facts_ = new Label({}, TextSize::Caption, Role::Muted, header);
    facts_->wrapping().selectable();
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close without saving"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignTop);
    layout->addWidget(facts_, 1, 0, 1, 2);
    connect(close, &QPushButton::clicked, this, &ImageForm::closeRequested);
    return header;
}

QLineEdit *ImageForm::addLine(QFormLayout &form, const QString &title, const QString &help, const QString &placeholder)
{
    auto *edit = new QLineEdit(this);
    edit->setAccessibleName(title);
    edit->setToolTip(help);
    edit->setPlaceholderText(placeholder);
    auto *label = new Label(title, TextSize::Body, Role::Muted, this);
    label->setMinimumSize(labelWidth, 32);
    label->setBuddy(edit);
    form.addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, [this] { (void)check(); });
    return edit;
}

QPlainTextEdit *ImageForm::addBlock(QFormLayout &form, const QString &title, const QString &help,
                                    const QString &placeholder)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setAccessibleName(title);
    edit->setToolTip(help);
    edit->setPlaceholderText(placeholder);
    edit->setFixedHeight(blockHeight);
    edit->setTabChangesFocus(true);
    auto *label = new Label(title, TextSize::Body, Role::Muted, this);
    label->setMinimumSize(labelWidth, 32);
    label->setBuddy(edit);
    form.addRow(label, edit);
    connect(edit, &QPlainTextEdit::textChanged, this, [this] { (void)check(); });
    return edit;
}

QWidget *ImageForm::buildFields()
{
    auto *body = new QWidget;
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    name_ = addLine(*form, tr("File name"), tr("Under which the stations fetch it."), u"firmware-1.5.0.bin"_s);
    version_ = addLine(*form, tr("Version"),
                       tr("As the station tells it after the update: so it is known whether it worked, and who has it "
                          "already."),
                       tr("not known"));
    vendor_ = addLine(*form, tr("Vendor"), tr("Only for stations of this vendor, as they tell it."), tr("any"));
    model_ = addLine(*form, tr("Model"), tr("Only for stations of this model, as they tell it."), tr("any"));
    signature_ =
        addBlock(*form, tr("Signature"),
                 tr("Of the manufacturer over the file, in base64. Without it only stations that take unsigned "
                    "firmware can be updated."),
                 tr("none: unsigned"));
    certificate_ =
        addBlock(*form, tr("Certificate"),
                 tr("The manufacturer's certificate with which the signature is checked, in PEM. It is checked "
                    "here before anything is sent."),
                 u"-----BEGIN CERTIFICATE-----"_s);
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, body);
    complaint_->wrapping().hide();
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 4, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(complaint_);
    layout->addStretch();
    return scrolling(body, this);
}

QWidget *ImageForm::buildButtons()
{
    auto *row = new QWidget(this);
    save_ = new QPushButton(tr("Save"), row);
    setButtonKind(*save_, ButtonKind::Primary);
    update_ = new QPushButton(tr("Update stations…"), row);
    remove_ = new QPushButton(tr("Delete"), row);
    setButtonKind(*remove_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->addWidget(save_);
    layout->addWidget(update_);
    layout->addStretch();
    layout->addWidget(remove_);
    connect(save_, &QPushButton::clicked, this, &ImageForm::submit);
    connect(update_, &QPushButton::clicked, this, [this] { emit updateRequested(image_.id); });
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeRequested(image_); });
    return row;
}

void ImageForm::begin(const QString &path)
{
    path_ = path;
    const QFileInfo file(path);
    store::FirmwareImage image;
    image.name = file.fileName();
    title_->setText(tr("New firmware image"));
    facts_->setText(tr("%1, %2").arg(path, format::bytes(file.size())));
    save_->setText(tr("Add"));
    update_->hide();
    remove_->hide();
    fill(image);
    version_->setFocus();
}

void ImageForm::edit(const ImageRow &row)
{
    path_.clear();
    title_->setText(row.image.name);
    save_->setText(tr("Save"));
    update_->show();
    remove_->show();
    fill(row.image);
    refresh(row);
}

void ImageForm::refresh(const ImageRow &row)
{
    if (!isEdited() && content(row.image) != content(image_))
        return edit(row);
    image_.file = row.image.file;
    facts_->setText(row.isComplete()
                        ? tr("%1 · SHA-256 %2").arg(format::bytes(row.image.size), inHalves(row.image.sha256))
                        : tr("The file is not here yet. It was entered by a program, which has to bring it."));
    update_->setEnabled(row.isComplete());
    remove_->setEnabled(row.openJobs == 0);
    remove_->setToolTip(row.openJobs == 0 ? QString() : tr("An update that is not over needs it."));
}

void ImageForm::fill(const store::FirmwareImage &image)
{
    image_ = image;
    show(image);
    save_->setEnabled(true);
}

void ImageForm::show(const store::FirmwareImage &image)
{
    name_->setText(image.name);
    version_->setText(image.version);
    vendor_->setText(image.vendor);
    model_->setText(image.model);
    signature_->setPlainText(image.signature);
    certificate_->setPlainText(image.signingCertificate);
    (void)check();
}

store::FirmwareImage ImageForm::entered() const
{
    store::FirmwareImage image = image_;
    image.name = name_->text().trimmed();
    image.version = version_->text().trimmed();
    image.vendor = vendor_->text().trimmed();
    image.model = model_->text().trimmed();
    image.signature = withoutBlanks(signature_->toPlainText());
    image.signingCertificate = certificate_->toPlainText().trimmed();
    if (image.signingCertificate == image_.signingCertificate.trimmed())
        image.signingCertificate = image_.signingCertificate;
    return image;
}

bool ImageForm::isEdited() const
{
    return content(entered()) != content(image_);
}

void ImageForm::resume(const ImageDraft &draft)
{
    show(draft.image);
}

void ImageForm::settle()
{
    image_ = entered();
}

void ImageForm::unsettle()
{
    image_ = {};
    image_.name = QFileInfo(path_).fileName();
}

void ImageForm::release()
{
    save_->setEnabled(true);
}

bool ImageForm::check()
{
    const store::FirmwareImage image = entered();
    const auto [wrong, field] = [&]() -> std::pair<QString, QWidget *> {
        if (image.name.isEmpty())
            return {tr("The file needs a name."), name_};
        if (std::ranges::any_of(image.name, [](QChar c) { return c == u'/' || c == u'\\' || !c.isPrint(); }))
            return {tr("A file name has no slash."), name_};
        if (!image.signature.isEmpty() && !isBase64(image.signature))
            return {tr("The signature is no base64."), signature_};
        if (!image.signingCertificate.isEmpty() && !image.signingCertificate.contains("-----BEGIN CERTIFICATE-----"_L1))
            return {tr("The certificate is no PEM: it begins with -----BEGIN CERTIFICATE-----."), certificate_};
        if (image.signature.isEmpty() != image.signingCertificate.isEmpty())
            return {tr("Signature and certificate belong together."),
                    image.signature.isEmpty() ? signature_ : certificate_};
        return {};
    }();
    complaint_->about(field).say(wrong);
    return wrong.isEmpty();
}

void ImageForm::submit()
{
    if (!check())
        return;
    save_->setEnabled(false); // a double click is one image
    const store::FirmwareImage image = entered();
    emit submitted(path_, image);
}

} // namespace ui
