<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh-Hans" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Add a piece</source>
            <translation>添加作品</translation>
        </message>
        <message>
            <source>Find a piece by name, number or scan</source>
            <translation>按名称、编号或扫码查找作品</translation>
        </message>
    </context>
    <context>
        <name>Acts</name>
        <message>
            <source>A backup is made and was read back</source>
            <translation>备份已完成，并已回读核对</translation>
        </message>
        <message>
            <source>For {name}</source>
            <translation>致 {name}</translation>
        </message>
        <message>
            <source>Lookbook begun</source>
            <translation>画册已开始</translation>
        </message>
        <message>
            <source>Making a backup</source>
            <translation>正在备份</translation>
        </message>
        <message>
            <source>New lookbook</source>
            <translation>新画册</translation>
        </message>
        <message>
            <source>See it</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>{piece} is on the wish list</source>
            <translation>{piece} 已加入心愿单</translation>
        </message>
    </context>
    <context>
        <name>Address</name>
        <message>
            <source>Assistant</source>
            <translation>助理</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>住宅</translation>
        </message>
        <message>
            <source>Hotel</source>
            <translation>酒店</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>开票</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Yacht</source>
            <translation>游艇</translation>
        </message>
    </context>
    <context>
        <name>AddressesSheet</name>
        <message>
            <source>Address kept</source>
            <translation>地址已保存</translation>
        </message>
        <message>
            <source>Address taken away</source>
            <translation>地址已移除</translation>
        </message>
        <message>
            <source>Country (two letters)</source>
            <translation>国家（两个字母）</translation>
        </message>
        <message>
            <source>No address noted</source>
            <translation>尚无地址</translation>
        </message>
        <message>
            <source>One more address</source>
            <translation>再加一个地址</translation>
        </message>
        <message>
            <source>Postal addresses</source>
            <translation>通信地址</translation>
        </message>
        <message>
            <source>Postal code</source>
            <translation>邮政编码</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>省 / 州</translation>
        </message>
        <message>
            <source>Street and house</source>
            <translation>街道与门牌</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>地址类型</translation>
        </message>
    </context>
    <context>
        <name>Answer</name>
        <message>
            <source>{channel}, no</source>
            <translation>{channel}：否</translation>
        </message>
        <message>
            <source>{channel}, not asked</source>
            <translation>{channel}：未询问</translation>
        </message>
        <message>
            <source>{channel}, yes</source>
            <translation>{channel}：是</translation>
        </message>
    </context>
    <context>
        <name>BatchSheet</name>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>For several clients</source>
            <translation>为多位客户制作</translation>
        </message>
        <message>
            <source>How many files</source>
            <translation>文件数量</translation>
        </message>
        <message>
            <source>Making the lookbooks</source>
            <translation>正在制作画册</translation>
        </message>
        <message>
            <source>My clients</source>
            <translation>我的客户</translation>
        </message>
        <message>
            <source>Nobody is in this selection</source>
            <translation>所选范围内没有客户</translation>
        </message>
        <message>
            <source>One client</source>
            <translation>一位客户</translation>
        </message>
        <message>
            <source>One file each</source>
            <translation>每人一份文件</translation>
        </message>
        <message>
            <source>One file in all</source>
            <translation>合成一份文件</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>The PDF is ready</source>
            <translation>PDF 已完成</translation>
        </message>
        <message>
            <source>The same pages and words, with each client's own name, sizes and wardrobe.</source>
            <translation>页面与文字相同，姓名、尺码与衣橱按每位客户各自呈现。</translation>
        </message>
        <message>
            <source>Which clients</source>
            <translation>哪些客户</translation>
        </message>
        <message>
            <source>Whole boutique</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>Whose clients</source>
            <translation>谁的客户</translation>
        </message>
        <message>
            <source>{count} PDFs are ready</source>
            <translation>{count} 份 PDF 已完成</translation>
        </message>
        <message>
            <source>{count} clients</source>
            <translation>{count} 位客户</translation>
        </message>
        <message>
            <source>{count} clients: choose fewer than {most}</source>
            <translation>{count} 位客户：请选少于 {most} 位</translation>
        </message>
    </context>
    <context>
        <name>BeginSheet</name>
        <message>
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>For Ravello, in May</source>
            <translation>五月，拉维罗之行</translation>
        </message>
        <message>
            <source>For whom: a name, a number</source>
            <translation>为谁：姓名或号码</translation>
        </message>
        <message>
            <source>Lookbook begun</source>
            <translation>画册已开始</translation>
        </message>
        <message>
            <source>New lookbook</source>
            <translation>新画册</translation>
        </message>
        <message>
            <source>No one in particular</source>
            <translation>不指定客户</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Title (may wait)</source>
            <translation>标题（可稍后填写）</translation>
        </message>
    </context>
    <context>
        <name>Body</name>
        <message>
            <source>; </source>
            <comment>between allergies</comment>
            <translation>；</translation>
        </message>
        <message>
            <source>Client card</source>
            <translation>客户卡</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>{what} allergy</source>
            <translation>对{what}过敏</translation>
        </message>
        <message>
            <source>{what} — {detail}</source>
            <translation>{what}，{detail}</translation>
        </message>
    </context>
    <context>
        <name>BringIn</name>
        <message numerus="yes">
            <source>%n client(s)</source>
            <translation>
                <numerusform>%n 位客户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n key date(s)</source>
            <translation>
                <numerusform>%n 个重要日子</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are of cancelled orders.</source>
            <translation>
                <numerusform>%n 行属于已取消的订单。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) stay out.</source>
            <translation>
                <numerusform>%n 行未收入。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n 条备注</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of the catalogue</source>
            <translation>
                <numerusform>%n 件目录作品</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) sold</source>
            <translation>
                <numerusform>%n 件售出作品</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s)</source>
            <translation>
                <numerusform>%n 张单据</numerusform>
            </translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>All ways</source>
            <translation>所有方式</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount given back</source>
            <translation>退款金额</translation>
        </message>
        <message>
            <source>Amount of the line</source>
            <translation>该行金额</translation>
        </message>
        <message>
            <source>Amount of the receipt</source>
            <translation>单据金额</translation>
        </message>
        <message>
            <source>Amounts</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Anniversary</source>
            <translation>纪念日</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Blanks</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>Boutique</source>
            <translation>精品店</translation>
        </message>
        <message numerus="yes">
            <source>Bring %n line(s) in</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Bringing the lines in</source>
            <translation>正在导入</translation>
        </message>
        <message>
            <source>Brought in: {what}.</source>
            <translation>已导入：{what}。</translation>
        </message>
        <message>
            <source>Central European, Windows 1250</source>
            <translation>中欧，Windows 1250</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Checking every line</source>
            <translation>正在逐行检查</translation>
        </message>
        <message>
            <source>Chinese, Big5</source>
            <translation>中文，Big5</translation>
        </message>
        <message>
            <source>Chinese, GBK</source>
            <translation>中文，GBK</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Client since</source>
            <translation>成为客户的日期</translation>
        </message>
        <message>
            <source>Clients and purchases from other programs</source>
            <translation>来自其他程序的客户与购买记录</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Comma</source>
            <translation>逗号</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Consent to all ways</source>
            <translation>同意所有联络方式</translation>
        </message>
        <message>
            <source>Consent to calls</source>
            <translation>同意电话联络</translation>
        </message>
        <message>
            <source>Consent to email</source>
            <translation>同意邮件联络</translation>
        </message>
        <message>
            <source>Consent to post</source>
            <translation>同意邮寄联络</translation>
        </message>
        <message>
            <source>Consent to text messages</source>
            <translation>同意短信联络</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Cyrillic, Windows 1251</source>
            <translation>西里尔文，Windows 1251</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Day of the purchase</source>
            <translation>购买日期</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Email of the client</source>
            <translation>客户邮箱</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>First values</source>
            <translation>前几个值</translation>
        </message>
        <message>
            <source>Form of address</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>列标题</translation>
        </message>
        <message>
            <source>Headings that stand more than once were numbered: {names}.</source>
            <translation>重复的列标题已加编号：{names}。</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>把握程度</translation>
        </message>
        <message>
            <source>How the name is said</source>
            <translation>姓名读音</translation>
        </message>
        <message>
            <source>Instagram</source>
            <translation>Instagram</translation>
        </message>
        <message>
            <source>Its columns are read as the last time.</source>
            <translation>各列沿用上次的读法。</translation>
        </message>
        <message>
            <source>Japanese, EUC</source>
            <translation>日文，EUC</translation>
        </message>
        <message>
            <source>Japanese, Shift JIS</source>
            <translation>日文，Shift JIS</translation>
        </message>
        <message>
            <source>Korean, EUC</source>
            <translation>韩文，EUC</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Line {line}</source>
            <translation>第 {line} 行</translation>
        </message>
        <message>
            <source>Looking through the column</source>
            <translation>正在查看该列</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>中间名</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name among friends</source>
            <translation>昵称</translation>
        </message>
        <message>
            <source>Name in its own script</source>
            <translation>本国文字姓名</translation>
        </message>
        <message>
            <source>Name of the client</source>
            <translation>客户姓名</translation>
        </message>
        <message>
            <source>Name of the piece</source>
            <translation>作品名称</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Number in the other program</source>
            <translation>在其他程序中的编号</translation>
        </message>
        <message>
            <source>Number of the client</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <source>Number of the house's card</source>
            <translation>会员卡号</translation>
        </message>
        <message>
            <source>Number of the receipt</source>
            <translation>单据编号</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Phone of the client</source>
            <translation>客户电话</translation>
        </message>
        <message>
            <source>Piece</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>Place in its receipt</source>
            <translation>单据内序号</translation>
        </message>
        <message>
            <source>Please look at what the columns are taken for, then check the file.</source>
            <translation>请先看看各列的含义，再检查文件。</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>邮寄</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮政编码</translation>
        </message>
        <message>
            <source>Price of one</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>正在读取文件</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Recognised as an export of {program}.</source>
            <translation>已识别为 {program} 的导出文件。</translation>
        </message>
        <message>
            <source>Reference of the piece</source>
            <translation>作品编号</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>省 / 州</translation>
        </message>
        <message>
            <source>Save them, mend them, and bring that file in.</source>
            <translation>请另存、修正后再导入该文件。</translation>
        </message>
        <message>
            <source>See the clients</source>
            <translation>查看客户</translation>
        </message>
        <message>
            <source>Semicolon</source>
            <translation>分号</translation>
        </message>
        <message>
            <source>Sold by</source>
            <translation>销售顾问</translation>
        </message>
        <message>
            <source>State of the order</source>
            <translation>订单状态</translation>
        </message>
        <message>
            <source>Street</source>
            <translation>街道</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>制表符</translation>
        </message>
        <message>
            <source>Taking it back</source>
            <translation>正在撤回</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Text messages</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>The line</source>
            <translation>整行</translation>
        </message>
        <message>
            <source>The person</source>
            <translation>客户本人</translation>
        </message>
        <message>
            <source>Time of the purchase</source>
            <translation>购买时间</translation>
        </message>
        <message>
            <source>Upright bar</source>
            <translation>竖线</translation>
        </message>
        <message>
            <source>Ways to reach</source>
            <translation>联络方式</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Western, Windows 1252</source>
            <translation>西欧，Windows 1252</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>What it holds</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>What stands there</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>处理办法</translation>
        </message>
        <message>
            <source>WhatsApp</source>
            <translation>WhatsApp</translation>
        </message>
        <message>
            <source>Where it was sold</source>
            <translation>销售渠道</translation>
        </message>
        <message>
            <source>Whether it came back</source>
            <translation>是否退货</translation>
        </message>
        <message>
            <source>Who wears it</source>
            <translation>穿着者</translation>
        </message>
        <message>
            <source>Whole name</source>
            <translation>全名</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>a guess</source>
            <translation>推测</translation>
        </message>
        <message>
            <source>another column has it</source>
            <translation>另一列已有此内容</translation>
        </message>
        <message>
            <source>both ways</source>
            <translation>两种顺序都有</translation>
        </message>
        <message>
            <source>by its heading</source>
            <translation>依据列标题</translation>
        </message>
        <message>
            <source>by its heading, not by what stands in it</source>
            <translation>依据列标题，与列中内容不符</translation>
        </message>
        <message>
            <source>by what stands in it</source>
            <translation>依据列中内容</translation>
        </message>
        <message>
            <source>certain</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>chosen by hand</source>
            <translation>手动选择</translation>
        </message>
        <message>
            <source>day first</source>
            <translation>日在前</translation>
        </message>
        <message>
            <source>day or month first?</source>
            <translation>日在前还是月在前？</translation>
        </message>
        <message>
            <source>goes in</source>
            <translation>将导入</translation>
        </message>
        <message>
            <source>kept from the rejects</source>
            <translation>沿用退回文件中的设定</translation>
        </message>
        <message>
            <source>likely</source>
            <translation>很可能</translation>
        </message>
        <message>
            <source>month first</source>
            <translation>月在前</translation>
        </message>
        <message>
            <source>not {way}</source>
            <translation>不收{way}</translation>
        </message>
        <message>
            <source>nothing known about it</source>
            <translation>无从判断</translation>
        </message>
        <message>
            <source>nothing that was not in the book already</source>
            <translation>没有新内容，簿中均已有</translation>
        </message>
        <message>
            <source>stays out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>{good} of {all} lines are good.</source>
            <translation>共 {all} 行，其中 {good} 行可用。</translation>
        </message>
        <message>
            <source>{where}: {value} — {reason}; {remedy}</source>
            <translation>{where}：{value}——{reason}；{remedy}</translation>
        </message>
    </context>
    <context>
        <name>BringInModel</name>
        <message numerus="yes">
            <source>%n line(s) to mend are in {file}</source>
            <translation>
                <numerusform>%n 行待修正的内容已存入 {file}</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped. Nothing of the file stayed in the book.</source>
            <translation>已停止，文件内容均未留在客户簿中。</translation>
        </message>
        <message>
            <source>{file} brought in</source>
            <translation>已导入 {file}</translation>
        </message>
    </context>
    <context>
        <name>BringInScreen</name>
        <message>
            <source>A file is on its way in. Drop this one when it is done.</source>
            <translation>正在导入一个文件，请完成后再拖放这一个。</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <source>Another file…</source>
            <translation>换一个文件…</translation>
        </message>
        <message>
            <source>Bring files in</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>CSV, TSV or XLSX, as other programs write them. Nothing goes in before it was checked and shown.</source>
            <translation>支持其他程序导出的 CSV、TSV 或 XLSX。先检查并展示，再导入。</translation>
        </message>
        <message>
            <source>Check, then bring in</source>
            <translation>先检查，再导入</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Choose a file of clients or purchases, or drop it here</source>
            <translation>选择客户或购买记录文件，或拖放到此处</translation>
        </message>
        <message>
            <source>Choose a file to bring in</source>
            <translation>选择要导入的文件</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Save the lines to mend</source>
            <translation>另存待修正的行</translation>
        </message>
        <message>
            <source>Save the lines to mend…</source>
            <translation>另存待修正的行…</translation>
        </message>
        <message>
            <source>Say what a column holds</source>
            <translation>指定一列的内容</translation>
        </message>
        <message>
            <source>See it</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>{file} to mend.csv</source>
            <translation>{file} 待修正.csv</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>, </source>
            <comment>between languages</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>CardActs</name>
        <message>
            <source>Card taken away</source>
            <translation>客户卡已移除</translation>
        </message>
        <message>
            <source>For {name}</source>
            <translation>致 {name}</translation>
        </message>
        <message>
            <source>Lookbook begun</source>
            <translation>画册已开始</translation>
        </message>
        <message>
            <source>Note changed</source>
            <translation>备注已修改</translation>
        </message>
        <message>
            <source>Note kept</source>
            <translation>备注已保存</translation>
        </message>
        <message>
            <source>Note taken away</source>
            <translation>备注已移除</translation>
        </message>
        <message>
            <source>Portrait kept</source>
            <translation>照片已保存</translation>
        </message>
        <message>
            <source>Portrait taken away</source>
            <translation>照片已移除</translation>
        </message>
    </context>
    <context>
        <name>CardScreen</name>
        <message>
            <source>Add a wish</source>
            <translation>添加心愿</translation>
        </message>
        <message>
            <source>All clients</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>Choose a portrait</source>
            <translation>选择照片</translation>
        </message>
        <message>
            <source>Client before</source>
            <translation>上一位客户</translation>
        </message>
        <message>
            <source>Client card</source>
            <translation>客户卡</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Edit the card</source>
            <translation>编辑客户卡</translation>
        </message>
        <message>
            <source>Edit the chosen note, or the card</source>
            <translation>编辑所选备注或客户卡</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>How to reach this client</source>
            <translation>如何联络这位客户</translation>
        </message>
        <message>
            <source>Key dates</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Lookbook</source>
            <translation>画册</translation>
        </message>
        <message>
            <source>Moment before</source>
            <translation>上一条纪事</translation>
        </message>
        <message>
            <source>Next client</source>
            <translation>下一位客户</translation>
        </message>
        <message>
            <source>Next moment of the story</source>
            <translation>下一条纪事</translation>
        </message>
        <message>
            <source>No card here</source>
            <translation>没有这张客户卡</translation>
        </message>
        <message>
            <source>Numbers and addresses</source>
            <translation>号码与地址</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>图片（{endings}）</translation>
        </message>
        <message>
            <source>Portrait from a file…</source>
            <translation>从文件选择照片…</translation>
        </message>
        <message>
            <source>Preferences and allergies</source>
            <translation>偏好与过敏</translation>
        </message>
        <message>
            <source>Sizes</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>Take the chosen note away</source>
            <translation>移除所选备注</translation>
        </message>
        <message>
            <source>Take the portrait away</source>
            <translation>移除照片</translation>
        </message>
        <message>
            <source>Take this card away</source>
            <translation>移除这张客户卡</translation>
        </message>
    </context>
    <context>
        <name>Channel</name>
        <message>
            <source>Any way</source>
            <translation>任何方式</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>LINE</source>
            <translation>LINE</translation>
        </message>
        <message>
            <source>No LINE</source>
            <translation>不用 LINE</translation>
        </message>
        <message>
            <source>No SMS</source>
            <translation>不收短信</translation>
        </message>
        <message>
            <source>No WeChat</source>
            <translation>不用微信</translation>
        </message>
        <message>
            <source>No WhatsApp</source>
            <translation>不用 WhatsApp</translation>
        </message>
        <message>
            <source>No calls</source>
            <translation>请勿致电</translation>
        </message>
        <message>
            <source>No email</source>
            <translation>不收邮件</translation>
        </message>
        <message>
            <source>No marketing</source>
            <translation>不收活动资讯</translation>
        </message>
        <message>
            <source>No post</source>
            <translation>不收邮寄</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>邮寄</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>WhatsApp</source>
            <translation>WhatsApp</translation>
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message>
            <source>Avoids {word}</source>
            <translation>避免{word}</translation>
        </message>
    </context>
    <context>
        <name>ChoicesModel</name>
        <message>
            <source>House renamed</source>
            <translation>品牌名称已更改</translation>
        </message>
    </context>
    <context>
        <name>CircleSheet</name>
        <message>
            <source>Circle added</source>
            <translation>等级已添加</translation>
        </message>
        <message>
            <source>Circle changed</source>
            <translation>等级已修改</translation>
        </message>
    </context>
    <context>
        <name>ClientPreview</name>
        <message>
            <source>Wish list</source>
            <translation>心愿单</translation>
        </message>
        <message>
            <source>{words} allergy</source>
            <translation>对{words}过敏</translation>
        </message>
    </context>
    <context>
        <name>ClientSheet</name>
        <message>
            <source>Card changed</source>
            <translation>客户卡已修改</translation>
        </message>
        <message>
            <source>Circle</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Edit the card</source>
            <translation>编辑客户卡</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Family name first</source>
            <translation>姓在前</translation>
        </message>
        <message>
            <source>Form of address</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Given name first</source>
            <translation>名在前</translation>
        </message>
        <message>
            <source>How to say it</source>
            <translation>读音</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Languages spoken</source>
            <translation>使用语言</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>中间名</translation>
        </message>
        <message>
            <source>Name in its own script</source>
            <translation>本国文字姓名</translation>
        </message>
        <message>
            <source>Nationality (two letters)</source>
            <translation>国籍（两个字母）</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>姓名顺序</translation>
        </message>
        <message>
            <source>Please remember</source>
            <translation>请牢记</translation>
        </message>
        <message>
            <source>Reading (kana, pinyin)</source>
            <translation>读音（假名、拼音）</translation>
        </message>
        <message>
            <source>Signora</source>
            <translation>女士</translation>
        </message>
        <message>
            <source>Two sentences at most; everyone reads them first.</source>
            <translation>最多两句，所有同事最先看到。</translation>
        </message>
        <message>
            <source>Wishes not to be contacted</source>
            <translation>不希望被联络</translation>
        </message>
        <message>
            <source>Wishes to be called</source>
            <translation>希望的称呼</translation>
        </message>
    </context>
    <context>
        <name>Clients</name>
        <message>
            <source>12 months</source>
            <translation>近 12 个月</translation>
        </message>
        <message>
            <source>12 months {amount}</source>
            <translation>近 12 个月 {amount}</translation>
        </message>
        <message>
            <source>A purchase, a visit, an event and a video call count.</source>
            <translation>购买、到店、活动与视频通话均计入。</translation>
        </message>
        <message>
            <source>Begin with one, or bring in a file of clients under Settings.</source>
            <translation>请先添加一位，或在“设置”中导入客户文件。</translation>
        </message>
        <message>
            <source>Circle</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Clients stand here when a wished piece is in stock in their size.</source>
            <translation>心愿作品有合适尺码到店时，客户会出现在这里。</translation>
        </message>
        <message>
            <source>Consent is asked for again after two years.</source>
            <translation>同意满两年后需再次征询。</translation>
        </message>
        <message>
            <source>Consent to renew</source>
            <translation>同意待续签</translation>
        </message>
        <message>
            <source>Days to remember are noted on each card.</source>
            <translation>重要日子记在每张客户卡上。</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Everyone was seen in the last 90 days</source>
            <translation>近 90 天内所有客户都已见过</translation>
        </message>
        <message>
            <source>First circle</source>
            <translation>最高等级</translation>
        </message>
        <message>
            <source>Key date this week</source>
            <translation>本周有重要日子</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>最近见面</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Next date</source>
            <translation>下一个日子</translation>
        </message>
        <message>
            <source>No clients yet</source>
            <translation>还没有客户</translation>
        </message>
        <message>
            <source>No consent to renew</source>
            <translation>没有待续签的同意</translation>
        </message>
        <message>
            <source>No key date in the next seven days</source>
            <translation>未来七天没有重要日子</translation>
        </message>
        <message>
            <source>No wish has come in yet</source>
            <translation>心愿作品尚未到店</translation>
        </message>
        <message>
            <source>Nobody is in your care yet</source>
            <translation>名下还没有客户</translation>
        </message>
        <message>
            <source>Nobody is in {circle} yet</source>
            <translation>{circle}中还没有客户</translation>
        </message>
        <message>
            <source>Not seen in 90 days</source>
            <translation>90 天未见</translation>
        </message>
        <message>
            <source>Show all my clients</source>
            <translation>显示我的全部客户</translation>
        </message>
        <message>
            <source>Show everyone</source>
            <translation>显示所有人</translation>
        </message>
        <message>
            <source>Show the whole boutique</source>
            <translation>显示全店客户</translation>
        </message>
        <message>
            <source>Sorted by last seen</source>
            <translation>按最近见面排序</translation>
        </message>
        <message>
            <source>Sorted by name</source>
            <translation>按姓名排序</translation>
        </message>
        <message>
            <source>Sorted by next date</source>
            <translation>按下一个日子排序</translation>
        </message>
        <message>
            <source>Sorted by twelve months</source>
            <translation>按近 12 个月排序</translation>
        </message>
        <message>
            <source>The circle is chosen on the card.</source>
            <translation>等级在客户卡上选定。</translation>
        </message>
        <message>
            <source>Twelve months</source>
            <translation>近 12 个月</translation>
        </message>
        <message>
            <source>Whoever you add is in your care; a card can be given to you as well.</source>
            <translation>新添加的客户归名下，客户卡也可以移交过来。</translation>
        </message>
        <message>
            <source>Wish now in stock</source>
            <translation>心愿作品到店</translation>
        </message>
        <message>
            <source>anniversary</source>
            <translation>纪念日</translation>
        </message>
        <message>
            <source>birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>first purchase</source>
            <translation>首次购买</translation>
        </message>
        <message>
            <source>graduation</source>
            <translation>毕业</translation>
        </message>
        <message>
            <source>in memory</source>
            <translation>追思日</translation>
        </message>
        <message>
            <source>in the care of {name}</source>
            <translation>由 {name} 接待</translation>
        </message>
        <message>
            <source>journey</source>
            <translation>旅行</translation>
        </message>
        <message>
            <source>last seen {day}</source>
            <translation>最近见面 {day}</translation>
        </message>
        <message>
            <source>name day</source>
            <translation>主保日</translation>
        </message>
        <message>
            <source>next date {day}</source>
            <translation>下一个日子 {day}</translation>
        </message>
        <message>
            <source>the first circle</source>
            <translation>最高等级</translation>
        </message>
    </context>
    <context>
        <name>ClientsScreen</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>More for this client</source>
            <translation>这位客户的更多操作</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Next row</source>
            <translation>下一行</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Peek at the card</source>
            <translation>速览客户卡</translation>
        </message>
        <message>
            <source>Row before</source>
            <translation>上一行</translation>
        </message>
        <message>
            <source>Sort</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>{count} in the boutique</source>
            <translation>全店 {count} 位</translation>
        </message>
        <message>
            <source>{count} in your care</source>
            <translation>名下 {count} 位</translation>
        </message>
        <message>
            <source>{count} shown</source>
            <translation>显示 {count} 位</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message numerus="yes">
            <source>%n detail(s) differ.</source>
            <translation>
                <numerusform>有 %n 项内容不同。</numerusform>
            </translation>
        </message>
        <message>
            <source>Another till</source>
            <translation>另一台机器</translation>
        </message>
        <message>
            <source>As it stands</source>
            <translation>现有内容</translation>
        </message>
        <message>
            <source>Nothing noted</source>
            <translation>未填写</translation>
        </message>
        <message>
            <source>This till</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Two tills wrote to {client} while they were apart.</source>
            <translation>两台机器在未连接时都修改了 {client}。</translation>
        </message>
        <message>
            <source>What is set aside can be taken up again for 30 days.</source>
            <translation>未采用的内容 30 天内可以找回。</translation>
        </message>
        <message>
            <source>You and {other} both wrote to the card of {client} on tills apart.</source>
            <translation>您与 {other} 在不同机器上都修改了 {client} 的客户卡。</translation>
        </message>
        <message>
            <source>both can be kept</source>
            <translation>可同时保留</translation>
        </message>
        <message>
            <source>one to keep</source>
            <translation>保留其一</translation>
        </message>
        <message>
            <source>{one} and {other} both wrote to the card of {client} on tills apart.</source>
            <translation>{one} 与 {other} 在不同机器上都修改了 {client} 的客户卡。</translation>
        </message>
        <message>
            <source>{other} wrote to the card of {client} on two tills apart.</source>
            <translation>{other} 在两台机器上分别修改了 {client} 的客户卡。</translation>
        </message>
        <message>
            <source>{place}, {person}</source>
            <translation>{place} · {person}</translation>
        </message>
    </context>
    <context>
        <name>CompareModel</name>
        <message>
            <source>Versions settled</source>
            <translation>已选定版本</translation>
        </message>
    </context>
    <context>
        <name>CompareScreen</name>
        <message>
            <source>Comparison before</source>
            <translation>上一组对比</translation>
        </message>
        <message>
            <source>Detail before</source>
            <translation>上一项</translation>
        </message>
        <message>
            <source>Details that differ</source>
            <translation>不同的内容</translation>
        </message>
        <message>
            <source>Here one of the two sides has to be taken.</source>
            <translation>此处须在两个版本中选择其一。</translation>
        </message>
        <message>
            <source>Keep both, where words can be joined</source>
            <translation>文字可合并时两者都保留</translation>
        </message>
        <message>
            <source>Keep these</source>
            <translation>保留所选</translation>
        </message>
        <message>
            <source>Next comparison</source>
            <translation>下一组对比</translation>
        </message>
        <message>
            <source>Next detail</source>
            <translation>下一项</translation>
        </message>
        <message>
            <source>Nothing to compare</source>
            <translation>没有需要对比的内容</translation>
        </message>
        <message>
            <source>Take the left side</source>
            <translation>采用左侧</translation>
        </message>
        <message>
            <source>Take the right side</source>
            <translation>采用右侧</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>已采用</translation>
        </message>
        <message>
            <source>Two versions</source>
            <translation>两个版本</translation>
        </message>
        <message>
            <source>What waits</source>
            <translation>等待共享</translation>
        </message>
        <message>
            <source>Where two tills write the same detail apart, both versions stand here.</source>
            <translation>两台机器分别修改同一内容时，两个版本会并列在此。</translation>
        </message>
        <message>
            <source>Write it anew</source>
            <translation>重新填写</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Cover</source>
            <translation>封面</translation>
        </message>
        <message>
            <source>Diptych</source>
            <translation>双联</translation>
        </message>
        <message>
            <source>Four pieces</source>
            <translation>四件作品</translation>
        </message>
        <message>
            <source>One large, three small</source>
            <translation>一大三小</translation>
        </message>
        <message>
            <source>One piece</source>
            <translation>一件作品</translation>
        </message>
        <message>
            <source>Six pieces</source>
            <translation>六件作品</translation>
        </message>
        <message>
            <source>Two pieces</source>
            <translation>两件作品</translation>
        </message>
        <message>
            <source>Words only</source>
            <translation>仅文字</translation>
        </message>
        <message>
            <source>here</source>
            <translation>本店有货</translation>
        </message>
        <message>
            <source>in the wardrobe</source>
            <translation>已在衣橱</translation>
        </message>
        <message>
            <source>on the wish list</source>
            <translation>在心愿单上</translation>
        </message>
        <message>
            <source>to order</source>
            <translation>可订</translation>
        </message>
        <message>
            <source>{size} here</source>
            <translation>{size} 本店</translation>
        </message>
    </context>
    <context>
        <name>ComposerModel</name>
        <message>
            <source>Frame emptied</source>
            <translation>画框已清空</translation>
        </message>
        <message>
            <source>Layout changed</source>
            <translation>版式已更改</translation>
        </message>
        <message>
            <source>Letter written</source>
            <translation>寄语已写好</translation>
        </message>
        <message>
            <source>Lookbook changed</source>
            <translation>画册已修改</translation>
        </message>
        <message>
            <source>Page added</source>
            <translation>页面已添加</translation>
        </message>
        <message>
            <source>Page moved</source>
            <translation>页面已移动</translation>
        </message>
        <message>
            <source>Page taken out</source>
            <translation>页面已取出</translation>
        </message>
        <message>
            <source>Piece moved</source>
            <translation>作品已移动</translation>
        </message>
        <message>
            <source>Piece placed</source>
            <translation>作品已放入</translation>
        </message>
        <message>
            <source>Title written</source>
            <translation>标题已写好</translation>
        </message>
    </context>
    <context>
        <name>ComposerScreen</name>
        <message>
            <source>Add a page</source>
            <translation>添加一页</translation>
        </message>
        <message>
            <source>Empty the frame, or take out the page</source>
            <translation>清空画框，或取出此页</translation>
        </message>
        <message>
            <source>Find a piece</source>
            <translation>查找作品</translation>
        </message>
        <message>
            <source>Lookbooks</source>
            <translation>画册</translation>
        </message>
        <message>
            <source>Make PDF</source>
            <translation>制作 PDF</translation>
        </message>
        <message>
            <source>Move a piece to the frame before</source>
            <translation>将作品移到上一个画框</translation>
        </message>
        <message>
            <source>Move a piece to the next frame</source>
            <translation>将作品移到下一个画框</translation>
        </message>
        <message>
            <source>Move the page down</source>
            <translation>页面下移</translation>
        </message>
        <message>
            <source>Move the page up</source>
            <translation>页面上移</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Place the piece in the frame</source>
            <translation>将作品放入画框</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>The page</source>
            <translation>页面</translation>
        </message>
    </context>
    <context>
        <name>ConsentBlock</name>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>How the answer was given</source>
            <translation>答复方式</translation>
        </message>
        <message>
            <source>May hear from the house by</source>
            <translation>可联络方式</translation>
        </message>
        <message>
            <source>Not asked yet</source>
            <translation>尚未征询</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>邮寄</translation>
        </message>
        <message>
            <source>Press once for yes, twice for no; what is left alone was not asked.</source>
            <translation>按一次为同意，按两次为拒绝；未按则为未询问。</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>Said so</source>
            <translation>口头告知</translation>
        </message>
        <message>
            <source>Signed on paper</source>
            <translation>纸面签署</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
    </context>
    <context>
        <name>ConsentSheet</name>
        <message>
            <source>Allowed</source>
            <translation>允许</translation>
        </message>
        <message>
            <source>By what way</source>
            <translation>联络方式</translation>
        </message>
        <message>
            <source>Choose one way at least.</source>
            <translation>请至少选择一种方式。</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Decision recorded</source>
            <translation>决定已记录</translation>
        </message>
        <message>
            <source>How it was given</source>
            <translation>答复方式</translation>
        </message>
        <message>
            <source>In these words</source>
            <translation>原话</translation>
        </message>
        <message>
            <source>Not asked yet how to keep in touch</source>
            <translation>尚未征询联络方式</translation>
        </message>
        <message>
            <source>On the web site</source>
            <translation>在网站上</translation>
        </message>
        <message>
            <source>Record a decision</source>
            <translation>记录决定</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Said at the counter</source>
            <translation>在柜台告知</translation>
        </message>
        <message>
            <source>Signed on paper</source>
            <translation>纸面签署</translation>
        </message>
        <message>
            <source>Signed on the pad</source>
            <translation>手写板签署</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>allowed</source>
            <translation>允许</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>拒绝</translation>
        </message>
    </context>
    <context>
        <name>Contact</name>
        <message>
            <source>Email</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Instagram</source>
            <translation>Instagram</translation>
        </message>
        <message>
            <source>KakaoTalk</source>
            <translation>KakaoTalk</translation>
        </message>
        <message>
            <source>LINE</source>
            <translation>LINE</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Telegram</source>
            <translation>Telegram</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>WeCom</source>
            <translation>企业微信</translation>
        </message>
        <message>
            <source>WhatsApp</source>
            <translation>WhatsApp</translation>
        </message>
        <message>
            <source>the assistant’s</source>
            <translation>助理的</translation>
        </message>
        <message>
            <source>the spouse’s</source>
            <translation>配偶的</translation>
        </message>
    </context>
    <context>
        <name>CrashWindow</name>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Everything saved so far is kept on this till. Go on working, or close and open the book again. The report holds no client's data; pass it to whoever looks after this program.</source>
            <translation>此前保存的内容都留在本机。可以继续工作，也可以关闭后重新打开客户簿。报告不含客户资料，请转交负责本程序的同事。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Something of ours went wrong</source>
            <translation>程序出现了问题</translation>
        </message>
    </context>
    <context>
        <name>Crumb</name>
        <message>
            <source>Client before ([)</source>
            <translation>上一位客户（[）</translation>
        </message>
        <message>
            <source>Discreet view</source>
            <translation>隐私视图</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Next client (])</source>
            <translation>下一位客户（]）</translation>
        </message>
        <message>
            <source>{place} of {count} · all clients</source>
            <translation>全部客户 · 第 {place} 位，共 {count} 位</translation>
        </message>
        <message>
            <source>{place} of {count} · my clients</source>
            <translation>我的客户 · 第 {place} 位，共 {count} 位</translation>
        </message>
    </context>
    <context>
        <name>DataPage</name>
        <message numerus="yes">
            <source>%n client(s)</source>
            <translation>
                <numerusform>%n 位客户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) stayed out</source>
            <translation>
                <numerusform>%n 行未导入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s)</source>
            <translation>
                <numerusform>%n 张单据</numerusform>
            </translation>
        </message>
        <message>
            <source>As CSV…</source>
            <translation>存为 CSV…</translation>
        </message>
        <message>
            <source>As XLSX…</source>
            <translation>存为 XLSX…</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Check the book now</source>
            <translation>立即检查客户簿</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Every client, one line each. The file is not enciphered: keep it safe.</source>
            <translation>每位客户一行。文件未加密，请妥善保管。</translation>
        </message>
        <message>
            <source>Everything written since then leaves the book. The present file is kept aside beside it, under a name with today's date.</source>
            <translation>此后写入的内容将离开客户簿。现有文件会以今天的日期命名，另存在旁边。</translation>
        </message>
        <message>
            <source>Files brought in</source>
            <translation>已导入的文件</translation>
        </message>
        <message>
            <source>Give out</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>It stands on this till, enciphered:</source>
            <translation>客户簿加密保存在本机：</translation>
        </message>
        <message>
            <source>Keep the present book</source>
            <translation>保留现有客户簿</translation>
        </message>
        <message>
            <source>Newest {moment}</source>
            <translation>最新备份：{moment}</translation>
        </message>
        <message>
            <source>No backup yet. One is made by itself every day the book is open.</source>
            <translation>还没有备份。客户簿打开的每一天都会自动备份一次。</translation>
        </message>
        <message>
            <source>No file was brought in yet.</source>
            <translation>还没有导入过文件。</translation>
        </message>
        <message>
            <source>Restore it</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Restore the backup of {moment}</source>
            <translation>恢复 {moment} 的备份</translation>
        </message>
        <message>
            <source>Restore the backup of {moment}?</source>
            <translation>恢复 {moment} 的备份？</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>恢复…</translation>
        </message>
        <message>
            <source>Show all {count}</source>
            <translation>显示全部 {count} 项</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Take {file} back</source>
            <translation>撤回 {file}</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>The book</source>
            <translation>客户簿</translation>
        </message>
        <message>
            <source>With what each spent</source>
            <translation>附每位客户的消费金额</translation>
        </message>
        <message>
            <source>Write the clients to a file</source>
            <translation>将客户写入文件</translation>
        </message>
        <message>
            <source>cut short; bring the file in again to complete it</source>
            <translation>中途停止；请再次导入该文件以补全</translation>
        </message>
    </context>
    <context>
        <name>DatesPanel</name>
        <message>
            <source>Day first</source>
            <translation>日在前</translation>
        </message>
        <message>
            <source>Month first</source>
            <translation>月在前</translation>
        </message>
        <message>
            <source>The dates under “{heading}” are written both ways. Which is it mostly?</source>
            <translation>“{heading}”列中的日期两种写法都有，以哪种为主？</translation>
        </message>
        <message>
            <source>The dates under “{heading}” can be read both ways. Which is it?</source>
            <translation>“{heading}”列中的日期两种读法都通，是哪一种？</translation>
        </message>
    </context>
    <context>
        <name>DatesSheet</name>
        <message>
            <source>Calendar</source>
            <translation>历法</translation>
        </message>
        <message>
            <source>Chinese calendar, {month}</source>
            <translation>农历{month}</translation>
        </message>
        <message>
            <source>Chinese, leap month</source>
            <translation>农历闰月</translation>
        </message>
        <message>
            <source>Chinese, lunar</source>
            <translation>农历</translation>
        </message>
        <message>
            <source>Common</source>
            <translation>公历</translation>
        </message>
        <message>
            <source>Date kept</source>
            <translation>日子已保存</translation>
        </message>
        <message>
            <source>Date taken away</source>
            <translation>日子已移除</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Hide from</source>
            <translation>对谁保密</translation>
        </message>
        <message>
            <source>In the house’s words</source>
            <translation>自定名称</translation>
        </message>
        <message>
            <source>In years without 29 February</source>
            <translation>没有 2 月 29 日的年份</translation>
        </message>
        <message>
            <source>Key dates</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>No dates noted</source>
            <translation>尚无重要日子</translation>
        </message>
        <message>
            <source>One more day</source>
            <translation>再加一个日子</translation>
        </message>
        <message>
            <source>Say how many years</source>
            <translation>显示年数</translation>
        </message>
        <message>
            <source>What</source>
            <translation>什么日子</translation>
        </message>
        <message>
            <source>What was given, or is planned</source>
            <translation>送过或打算送的礼物</translation>
        </message>
        <message>
            <source>Write the year with four figures, or leave it open.</source>
            <translation>请用四位数字写年份，或留空。</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年</translation>
        </message>
        <message>
            <source>a surprise</source>
            <translation>惊喜</translation>
        </message>
        <message>
            <source>leap month {month}</source>
            <translation>闰{month}月</translation>
        </message>
        <message>
            <source>month {month}</source>
            <translation>{month}月</translation>
        </message>
        <message>
            <source>{month}, day {day}</source>
            <translation>{month}{day}日</translation>
        </message>
        <message>
            <source>{when} {year}</source>
            <translation>{year}年{when}</translation>
        </message>
    </context>
    <context>
        <name>DayPicker</name>
        <message>
            <source>Month before</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下个月</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>{act}: done again</source>
            <translation>{act}：已重做</translation>
        </message>
        <message>
            <source>{act}: taken back</source>
            <translation>{act}：已撤销</translation>
        </message>
    </context>
    <context>
        <name>DetailRow</name>
        <message>
            <source>The more careful side</source>
            <translation>更稳妥的一方</translation>
        </message>
        <message>
            <source>Write it anew</source>
            <translation>重新填写</translation>
        </message>
        <message>
            <source>another till</source>
            <translation>另一台机器</translation>
        </message>
        <message>
            <source>in other words</source>
            <translation>另行填写</translation>
        </message>
        <message>
            <source>this till</source>
            <translation>本机</translation>
        </message>
    </context>
    <context>
        <name>DropDown</name>
        <message>
            <source>{label} (optional)</source>
            <translation>{label}（可不填）</translation>
        </message>
    </context>
    <context>
        <name>Dropped</name>
        <message>
            <source>Please drop one file at a time; none was taken.</source>
            <translation>请一次拖放一个文件；没有接收任何文件。</translation>
        </message>
        <message>
            <source>{file} is no CSV, TSV or XLSX table; it was not taken.</source>
            <translation>{file} 不是 CSV、TSV 或 XLSX 表格，没有接收。</translation>
        </message>
    </context>
    <context>
        <name>FactSheet</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Edit {row}</source>
            <translation>编辑 {row}</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Nothing noted yet</source>
            <translation>尚无记录</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Set right</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Take {row} away</source>
            <translation>移除 {row}</translation>
        </message>
    </context>
    <context>
        <name>FactsBar</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>First line is a heading</source>
            <translation>首行为列标题</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>字符编码</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>购买</translation>
        </message>
        <message>
            <source>Separator</source>
            <translation>分隔符</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>The rows are</source>
            <translation>各行是</translation>
        </message>
        <message>
            <source>What the rows are</source>
            <translation>各行的内容</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>{label} (optional)</source>
            <translation>{label}（可不填）</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Kept as you write</source>
            <translation>边写边存</translation>
        </message>
        <message>
            <source>Only me</source>
            <translation>仅自己</translation>
        </message>
        <message>
            <source>Seen by</source>
            <translation>可见范围</translation>
        </message>
        <message>
            <source>The house</source>
            <translation>全品牌</translation>
        </message>
        <message>
            <source>This boutique</source>
            <translation>本店</translation>
        </message>
        <message>
            <source>What happened, what was said, what to remember</source>
            <translation>发生了什么、说了什么、要记住什么</translation>
        </message>
        <message>
            <source>What was looked at, tried, said</source>
            <translation>看了什么、试了什么、说了什么</translation>
        </message>
        <message>
            <source>What was said, if anything is to be kept</source>
            <translation>通话内容，如需留存</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>内容</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Filters</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>My clients</source>
            <translation>我的客户</translation>
        </message>
        <message>
            <source>Whole boutique</source>
            <translation>全店</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Nothing is called so.</source>
            <translation>没有这个名称的结果。</translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message numerus="yes">
            <source>%n other change(s) fitted together by themselves</source>
            <translation>
                <numerusform>另有 %n 项更改已自动合并</numerusform>
            </translation>
        </message>
        <message>
            <source>See them</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>What the card will say</source>
            <translation>客户卡上将显示</translation>
        </message>
        <message>
            <source>You can undo this for 30 days</source>
            <translation>30 天内可以撤销</translation>
        </message>
        <message>
            <source>actions</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Choose one.</source>
            <translation>请选择一项。</translation>
        </message>
        <message>
            <source>This currency has fewer decimals.</source>
            <translation>该币种没有这么多位小数。</translation>
        </message>
        <message>
            <source>Write a figure, like 78.5.</source>
            <translation>请填写数字，例如 78.5。</translation>
        </message>
        <message>
            <source>Write something here.</source>
            <translation>请在此填写。</translation>
        </message>
        <message>
            <source>Write the day with its year, like {example}.</source>
            <translation>请连同年份写日期，例如 {example}。</translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message>
            <source>A name, a number, a piece</source>
            <translation>姓名、号码、作品</translation>
        </message>
        <message>
            <source>A name, in any script, or a number</source>
            <translation>任何文字的姓名，或号码</translation>
        </message>
        <message>
            <source>A piece, a colour or a style number</source>
            <translation>作品、颜色或款号</translation>
        </message>
        <message>
            <source>A piece, or words of your own</source>
            <translation>作品，或自行描述</translation>
        </message>
        <message>
            <source>Back to the lookbooks</source>
            <translation>返回画册</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Clients, pieces, commands</source>
            <translation>客户、作品、命令</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Keeping what you compose</source>
            <translation>正在保存编排</translation>
        </message>
        <message>
            <source>Kept as you compose</source>
            <translation>边编排边保存</translation>
        </message>
        <message>
            <source>Lookbooks</source>
            <translation>画册</translation>
        </message>
        <message>
            <source>Looking for: {what}</source>
            <translation>正在查找：{what}</translation>
        </message>
        <message>
            <source>Make PDF</source>
            <translation>制作 PDF</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>What shall be done</source>
            <translation>要做什么</translation>
        </message>
        <message>
            <source>for {name}</source>
            <translation>致 {name}</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Ask</source>
            <translation>去征询</translation>
        </message>
        <message>
            <source>Consent: {state}</source>
            <translation>同意：{state}</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Lookbook</source>
            <translation>画册</translation>
        </message>
        <message>
            <source>May contact by</source>
            <translation>可联络方式</translation>
        </message>
        <message>
            <source>Not asked yet how to keep in touch</source>
            <translation>尚未征询联络方式</translation>
        </message>
        <message>
            <source>Wishes not to be contacted</source>
            <translation>不希望被联络</translation>
        </message>
        <message>
            <source>With {name}</source>
            <translation>由 {name} 接待</translation>
        </message>
        <message>
            <source>With {name} since {year}</source>
            <translation>自 {year} 年由 {name} 接待</translation>
        </message>
        <message>
            <source>noted {day}</source>
            <translation>{day}记录</translation>
        </message>
        <message>
            <source>signed {day}</source>
            <translation>{day}签署</translation>
        </message>
    </context>
    <context>
        <name>Heads</name>
        <message>
            <source>Take all</source>
            <translation>全部采用</translation>
        </message>
        <message>
            <source>Take all of {side}</source>
            <translation>全部采用：{side}</translation>
        </message>
    </context>
    <context>
        <name>Hint</name>
        <message>
            <source>Or, without dragging: choose a piece, choose a frame, press</source>
            <translation>不拖放也可以：选作品，选画框，再按</translation>
        </message>
        <message>
            <source>Place it here</source>
            <translation>放在这里</translation>
        </message>
        <message>
            <source>{piece}, into frame {number}</source>
            <translation>{piece}，放入第 {number} 个画框</translation>
        </message>
        <message>
            <source>{piece}: now choose a frame</source>
            <translation>{piece}：请选择画框</translation>
        </message>
    </context>
    <context>
        <name>Household</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Nobody noted</source>
            <translation>尚无记录</translation>
        </message>
    </context>
    <context>
        <name>HouseholdSheet</name>
        <message>
            <source>Find the other client</source>
            <translation>查找另一位客户</translation>
        </message>
        <message>
            <source>Find the other client first; a new one is added with Ctrl+N.</source>
            <translation>请先查找另一位客户；新客户可用 Ctrl+N 添加。</translation>
        </message>
        <message>
            <source>Household and ties</source>
            <translation>家庭与关系</translation>
        </message>
        <message>
            <source>Husband</source>
            <translation>丈夫</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Nobody noted</source>
            <translation>尚无记录</translation>
        </message>
        <message>
            <source>Say nothing of it</source>
            <translation>请勿提及</translation>
        </message>
        <message>
            <source>Tie</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Tie noted</source>
            <translation>关系已记录</translation>
        </message>
        <message>
            <source>Tie taken away</source>
            <translation>关系已移除</translation>
        </message>
        <message>
            <source>What the other is to this client</source>
            <translation>对方与这位客户的关系</translation>
        </message>
    </context>
    <context>
        <name>IssuedSheet</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copies that left the house</source>
            <translation>已送出的版本</translation>
        </message>
        <message>
            <source>Each prints again exactly as it was, whatever has changed since.</source>
            <translation>无论之后有何改动，每个版本都能原样再打印。</translation>
        </message>
        <message>
            <source>No copy yet. What is printed or made into a PDF is kept here.</source>
            <translation>还没有版本。打印或制成 PDF 的画册会留存在这里。</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>再次打印</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>已打印</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>再次另存</translation>
        </message>
    </context>
    <context>
        <name>KeyDate</name>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Day as a client</source>
            <translation>成为客户的日子</translation>
        </message>
        <message>
            <source>Day of memory</source>
            <translation>追思日</translation>
        </message>
        <message>
            <source>Day to remember</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>Graduation</source>
            <translation>毕业</translation>
        </message>
        <message>
            <source>Journey</source>
            <translation>旅行</translation>
        </message>
        <message>
            <source>Name day</source>
            <translation>主保日</translation>
        </message>
        <message>
            <source>Wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
    </context>
    <context>
        <name>KeyDateInRow</name>
        <message>
            <source>birthday {day}</source>
            <translation>生日 {day}</translation>
        </message>
        <message>
            <source>graduation {day}</source>
            <translation>毕业 {day}</translation>
        </message>
        <message>
            <source>name day {day}</source>
            <translation>主保日 {day}</translation>
        </message>
        <message>
            <source>remember {day}</source>
            <translation>重要日子 {day}</translation>
        </message>
        <message>
            <source>wedding anniversary {day}</source>
            <translation>结婚纪念日 {day}</translation>
        </message>
    </context>
    <context>
        <name>KeyDates</name>
        <message>
            <source>A day to remember</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>First purchase</source>
            <translation>首次购买</translation>
        </message>
        <message>
            <source>Graduation</source>
            <translation>毕业</translation>
        </message>
        <message>
            <source>In memory</source>
            <translation>追思日</translation>
        </message>
        <message>
            <source>Journey</source>
            <translation>旅行</translation>
        </message>
        <message>
            <source>Name day</source>
            <translation>主保日</translation>
        </message>
        <message>
            <source>Wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
    </context>
    <context>
        <name>KeysSheet</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close, then back</source>
            <translation>关闭，再返回</translation>
        </message>
        <message>
            <source>Discreet view</source>
            <translation>隐私视图</translation>
        </message>
        <message>
            <source>Do again</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>全局</translation>
        </message>
        <message>
            <source>Find a client</source>
            <translation>查找客户</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>查找一切</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Next region</source>
            <translation>下一区域</translation>
        </message>
        <message>
            <source>Region before</source>
            <translation>上一区域</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>These keys</source>
            <translation>这些快捷键</translation>
        </message>
        <message>
            <source>This page</source>
            <translation>本页</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What waits to be shared</source>
            <translation>等待共享的内容</translation>
        </message>
    </context>
    <context>
        <name>Kin</name>
        <message>
            <source>Assistant</source>
            <translation>助理</translation>
        </message>
        <message>
            <source>Brother or sister</source>
            <translation>兄弟姐妹</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>代购人</translation>
        </message>
        <message>
            <source>Came on recommendation</source>
            <translation>经推荐而来</translation>
        </message>
        <message>
            <source>Child</source>
            <translation>子女</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>亲近之人</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>司机</translation>
        </message>
        <message>
            <source>Friend</source>
            <translation>朋友</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>监护人</translation>
        </message>
        <message>
            <source>Parent</source>
            <translation>父母</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>伴侣</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>雇主</translation>
        </message>
        <message>
            <source>Recommended the house</source>
            <translation>推荐人</translation>
        </message>
        <message>
            <source>Spouse</source>
            <translation>配偶</translation>
        </message>
        <message>
            <source>Stylist</source>
            <translation>造型师</translation>
        </message>
        <message>
            <source>Ward</source>
            <translation>受监护人</translation>
        </message>
    </context>
    <context>
        <name>LastPieces</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Last pieces</source>
            <translation>近期作品</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>尚无</translation>
        </message>
        <message>
            <source>See all</source>
            <translation>查看全部</translation>
        </message>
    </context>
    <context>
        <name>LayoutCells</name>
        <message>
            <source>Layout</source>
            <translation>版式</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <source>Lookbook copied</source>
            <translation>画册已复制</translation>
        </message>
        <message>
            <source>Lookbook taken off the shelf</source>
            <translation>画册已从书架取下</translation>
        </message>
        <message>
            <source>Make PDF</source>
            <translation>制作 PDF</translation>
        </message>
        <message>
            <source>Making the PDF</source>
            <translation>正在制作 PDF</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>再次另存</translation>
        </message>
        <message>
            <source>The PDF is ready</source>
            <translation>PDF 已完成</translation>
        </message>
        <message>
            <source>{title}, copy</source>
            <translation>{title}（副本）</translation>
        </message>
    </context>
    <context>
        <name>LockedPage</name>
        <message>
            <source>Invitation of head office</source>
            <translation>总部的邀请</translation>
        </message>
        <message>
            <source>Join again</source>
            <translation>重新加入</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Paste the line head office shows.</source>
            <translation>请粘贴总部显示的整行文字。</translation>
        </message>
        <message>
            <source>This till is locked</source>
            <translation>本机已锁定</translation>
        </message>
    </context>
    <context>
        <name>Log</name>
        <message>
            <source>A concern</source>
            <translation>有疑虑</translation>
        </message>
        <message>
            <source>A gift</source>
            <translation>选礼物</translation>
        </message>
        <message>
            <source>An alteration</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>An event</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Bought nothing because of</source>
            <translation>未购买的原因</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>待回电</translation>
        </message>
        <message>
            <source>Came for</source>
            <translation>来意</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>谢绝</translation>
        </message>
        <message>
            <source>It went</source>
            <translation>通话结果</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>无人接听</translation>
        </message>
        <message>
            <source>No sale</source>
            <translation>未成交</translation>
        </message>
        <message>
            <source>No time</source>
            <translation>没有时间</translation>
        </message>
        <message>
            <source>Not in store</source>
            <translation>店内无货</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>Something new</source>
            <translation>选新品</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>款式</translation>
        </message>
        <message>
            <source>The client called</source>
            <translation>客户来电</translation>
        </message>
        <message>
            <source>The same again</source>
            <translation>再次购买同款</translation>
        </message>
        <message>
            <source>To look around</source>
            <translation>随意看看</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>还在考虑</translation>
        </message>
        <message>
            <source>Voicemail</source>
            <translation>已留言</translation>
        </message>
        <message>
            <source>Wrong number</source>
            <translation>号码有误</translation>
        </message>
    </context>
    <context>
        <name>LogModel</name>
        <message>
            <source>Call kept</source>
            <translation>通话已保存</translation>
        </message>
        <message>
            <source>Choose how the call went.</source>
            <translation>请选择通话结果。</translation>
        </message>
        <message>
            <source>Note kept</source>
            <translation>备注已保存</translation>
        </message>
        <message>
            <source>Purchase kept</source>
            <translation>购买已保存</translation>
        </message>
        <message>
            <source>Return kept</source>
            <translation>退回已保存</translation>
        </message>
        <message>
            <source>Say under Settings in which boutique this till stands.</source>
            <translation>请在“设置”中选择本机所在的精品店。</translation>
        </message>
        <message>
            <source>Visit kept</source>
            <translation>到店已保存</translation>
        </message>
        <message>
            <source>Write a few words first.</source>
            <translation>请先写几个字。</translation>
        </message>
    </context>
    <context>
        <name>LogSheet</name>
        <message>
            <source>Call</source>
            <translation>通话</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Piece</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved on this till</source>
            <translation>已保存在本机</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>到店</translation>
        </message>
        <message>
            <source>What is logged</source>
            <translation>记录类型</translation>
        </message>
    </context>
    <context>
        <name>LongTurns</name>
        <message>
            <source>{act}: being done again</source>
            <translation>{act}：正在重做</translation>
        </message>
        <message>
            <source>{act}: being taken back</source>
            <translation>{act}：正在撤销</translation>
        </message>
        <message>
            <source>{act}: done again</source>
            <translation>{act}：已重做</translation>
        </message>
        <message>
            <source>{act}: taken back</source>
            <translation>{act}：已撤销</translation>
        </message>
    </context>
    <context>
        <name>LookAlikes</name>
        <message>
            <source>Perhaps in the book already</source>
            <translation>可能已在客户簿中</translation>
        </message>
        <message>
            <source>open instead</source>
            <translation>打开这位</translation>
        </message>
    </context>
    <context>
        <name>Lookbooks</name>
        <message>
            <source>1 page</source>
            <translation>1 页</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已回复</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>已送出</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>for no one in particular</source>
            <translation>不指定客户</translation>
        </message>
        <message>
            <source>for {name}</source>
            <translation>致 {name}</translation>
        </message>
        <message>
            <source>{count} pages</source>
            <translation>{count} 页</translation>
        </message>
    </context>
    <context>
        <name>LookbooksScreen</name>
        <message>
            <source>Compose a page of pieces and a few words for someone.</source>
            <translation>为客户编排一页作品，附上几句话。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Fewer letters, or the client's name, may find it.</source>
            <translation>少输几个字，或输入客户姓名，也许能找到。</translation>
        </message>
        <message>
            <source>Find a lookbook</source>
            <translation>查找画册</translation>
        </message>
        <message>
            <source>Lookbooks</source>
            <translation>画册</translation>
        </message>
        <message>
            <source>More for this lookbook</source>
            <translation>这本画册的更多操作</translation>
        </message>
        <message>
            <source>My lookbooks</source>
            <translation>我的画册</translation>
        </message>
        <message>
            <source>New lookbook</source>
            <translation>新画册</translation>
        </message>
        <message>
            <source>No lookbook has these words</source>
            <translation>没有画册含有这些字</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open the lookbook</source>
            <translation>打开画册</translation>
        </message>
        <message>
            <source>Take it off the shelf</source>
            <translation>从书架取下</translation>
        </message>
        <message>
            <source>The shelf is empty</source>
            <translation>书架是空的</translation>
        </message>
        <message>
            <source>Whole boutique</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>{count} being composed</source>
            <translation>{count} 本编排中</translation>
        </message>
        <message>
            <source>{count} on the shelf</source>
            <translation>书架上 {count} 本</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>Add a page</source>
            <translation>添加一页</translation>
        </message>
        <message>
            <source>Another size…</source>
            <translation>其他尺码…</translation>
        </message>
        <message>
            <source>Copies that left the house…</source>
            <translation>已送出的版本…</translation>
        </message>
        <message>
            <source>Copy this lookbook</source>
            <translation>复制这本画册</translation>
        </message>
        <message>
            <source>Find a piece</source>
            <translation>查找作品</translation>
        </message>
        <message>
            <source>For several clients…</source>
            <translation>为多位客户制作…</translation>
        </message>
        <message>
            <source>Log a call</source>
            <translation>记录通话</translation>
        </message>
        <message>
            <source>Log a note</source>
            <translation>记录备注</translation>
        </message>
        <message>
            <source>Log a piece sold</source>
            <translation>记录售出作品</translation>
        </message>
        <message>
            <source>Log a visit</source>
            <translation>记录到店</translation>
        </message>
        <message>
            <source>My clients</source>
            <translation>我的客户</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Peek</source>
            <translation>速览</translation>
        </message>
        <message>
            <source>Take it off the shelf</source>
            <translation>从书架取下</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>取出</translation>
        </message>
        <message>
            <source>Take this page out</source>
            <translation>取出此页</translation>
        </message>
        <message>
            <source>The client's size</source>
            <translation>客户尺码</translation>
        </message>
        <message>
            <source>This piece has one size</source>
            <translation>这件作品只有一个尺码</translation>
        </message>
        <message>
            <source>To the frame before</source>
            <translation>移到上一个画框</translation>
        </message>
        <message>
            <source>To the next frame</source>
            <translation>移到下一个画框</translation>
        </message>
        <message>
            <source>Whole boutique</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>{size}, elsewhere</source>
            <translation>{size}，他店有货</translation>
        </message>
        <message>
            <source>{size}, to order</source>
            <translation>{size}，可订</translation>
        </message>
        <message>
            <source>{size}, {count} here</source>
            <translation>{size}，本店 {count} 件</translation>
        </message>
    </context>
    <context>
        <name>Moment</name>
        <message>
            <source>brought back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>call</source>
            <translation>通话</translation>
        </message>
        <message>
            <source>gift</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>piece</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>visit</source>
            <translation>到店</translation>
        </message>
    </context>
    <context>
        <name>MomentRow</name>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Keep these words</source>
            <translation>保存文字</translation>
        </message>
        <message>
            <source>Leave as it was</source>
            <translation>保持原样</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>only me</source>
            <translation>仅自己</translation>
        </message>
        <message>
            <source>{piece}, {gift}</source>
            <translation>{piece}，{gift}</translation>
        </message>
    </context>
    <context>
        <name>NewClientModel</name>
        <message>
            <source>Choose under Settings who is at this till.</source>
            <translation>请在“设置”中选择本机的使用者。</translation>
        </message>
        <message>
            <source>Client added</source>
            <translation>客户已添加</translation>
        </message>
        <message>
            <source>Write a telephone number, an e-mail address or a WeChat id.</source>
            <translation>请填写电话号码、电子邮箱或微信号。</translation>
        </message>
    </context>
    <context>
        <name>NewClientSheet</name>
        <message>
            <source>A WeChat id</source>
            <translation>微信号</translation>
        </message>
        <message>
            <source>A telephone number</source>
            <translation>电话号码</translation>
        </message>
        <message>
            <source>An Instagram name</source>
            <translation>Instagram 账号</translation>
        </message>
        <message>
            <source>An e-mail address</source>
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Family name first</source>
            <translation>姓在前</translation>
        </message>
        <message>
            <source>Form of address</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Given name first</source>
            <translation>名在前</translation>
        </message>
        <message>
            <source>Keep the client</source>
            <translation>保存客户</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Name in its own script</source>
            <translation>本国文字姓名</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>尚不清楚</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>姓名顺序</translation>
        </message>
        <message>
            <source>Order of the names</source>
            <translation>姓名顺序</translation>
        </message>
        <message>
            <source>Phone, e-mail or WeChat</source>
            <translation>电话、邮箱或微信</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Write a telephone number, an e-mail address or a WeChat id.</source>
            <translation>请填写电话号码、电子邮箱或微信号。</translation>
        </message>
    </context>
    <context>
        <name>NextDate</name>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n 周年</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>No dates noted</source>
            <translation>尚无重要日子</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>OfficePage</name>
        <message numerus="yes">
            <source>%n change(s) are not at head office yet.</source>
            <translation>
                <numerusform>还有 %n 项更改未送达总部。</numerusform>
            </translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Ask a manager to look.</source>
            <translation>请店长查看。</translation>
        </message>
        <message>
            <source>Clock of this till</source>
            <translation>本机时钟</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Compare the number on both screens.</source>
            <translation>请核对两个屏幕上的数字。</translation>
        </message>
        <message>
            <source>Compare this number</source>
            <translation>请核对此数字</translation>
        </message>
        <message>
            <source>Do not join</source>
            <translation>不加入</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>Head office shows a number for this till. When it is the same as this one, a manager there lets the till in, and it begins to share by itself. When it is another, refuse it there.</source>
            <translation>总部会显示本机的数字。与此处相同时，由总部经理允许加入，本机随即自动开始共享；若不相同，请在总部拒绝。</translation>
        </message>
        <message>
            <source>Head office shows it as one line, or as a code to scan.</source>
            <translation>总部以一行文字或可扫描的二维码显示。</translation>
        </message>
        <message>
            <source>Invitation, or address of head office</source>
            <translation>邀请，或总部地址</translation>
        </message>
        <message>
            <source>It is shown, and decides nothing.</source>
            <translation>仅供查看，不影响任何内容。</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Join head office</source>
            <translation>加入总部</translation>
        </message>
        <message>
            <source>Joined, this till shares its book with the other tills of the house. What is written is saved on this till first, and shared when head office answers.</source>
            <translation>加入后，本机与品牌的其他机器共享客户簿。所写内容先保存在本机，总部回应时再共享。</translation>
        </message>
        <message>
            <source>Joining</source>
            <translation>正在加入</translation>
        </message>
        <message>
            <source>Last in step</source>
            <translation>上次同步</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Leave head office?</source>
            <translation>退出总部？</translation>
        </message>
        <message>
            <source>Leave head office…</source>
            <translation>退出总部…</translation>
        </message>
        <message>
            <source>Let it through</source>
            <translation>允许执行</translation>
        </message>
        <message>
            <source>Let it through…</source>
            <translation>允许执行…</translation>
        </message>
        <message>
            <source>Let this change through?</source>
            <translation>允许执行此更改？</translation>
        </message>
        <message>
            <source>Much of this book would be removed or emptied, as it was at head office. Ask there first whether that was meant. A backup made today helps if it was not.</source>
            <translation>本客户簿的大部分内容将与总部一致地被移除或清空。请先向总部确认是否有意为之；若并非如此，今天的备份可以恢复。</translation>
        </message>
        <message>
            <source>Name of this till there</source>
            <translation>本机在总部的名称</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>尚未得知</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>尚未</translation>
        </message>
        <message>
            <source>Paste the line head office shows, or its address.</source>
            <translation>请粘贴总部显示的整行文字或其地址。</translation>
        </message>
        <message>
            <source>See what waits</source>
            <translation>查看等待内容</translation>
        </message>
        <message>
            <source>Share now</source>
            <translation>立即共享</translation>
        </message>
        <message>
            <source>Sharing has stopped</source>
            <translation>共享已停止</translation>
        </message>
        <message>
            <source>Stay joined</source>
            <translation>保持加入</translation>
        </message>
        <message>
            <source>The book stays on this till as it is, and nothing more is shared. Joining again needs a new code.</source>
            <translation>客户簿原样留在本机，不再共享。重新加入需要新的代码。</translation>
        </message>
        <message>
            <source>Tried again</source>
            <translation>下次尝试</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Where the line does not hold it already.</source>
            <translation>整行文字中未包含时填写。</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>Came for a gift</source>
            <translation>来选礼物</translation>
        </message>
        <message>
            <source>Came for an alteration</source>
            <translation>来修改</translation>
        </message>
        <message>
            <source>Came for something new</source>
            <translation>来看新品</translation>
        </message>
        <message>
            <source>Came for the same again</source>
            <translation>再次购买同款</translation>
        </message>
        <message>
            <source>Came to an event</source>
            <translation>来参加活动</translation>
        </message>
        <message>
            <source>Came to look around</source>
            <translation>随意看看</translation>
        </message>
        <message>
            <source>Came with a concern</source>
            <translation>带着疑虑而来</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>谢绝</translation>
        </message>
        <message>
            <source>Left a message</source>
            <translation>已留言</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>无人接听</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>To call back</source>
            <translation>待回电</translation>
        </message>
        <message>
            <source>Wrong number</source>
            <translation>号码有误</translation>
        </message>
    </context>
    <context>
        <name>PageStrip</name>
        <message>
            <source>Page {number} of {count}, {name}</source>
            <translation>第 {number} 页，共 {count} 页，{name}</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>查找结果</translation>
        </message>
        <message>
            <source>begin a lookbook</source>
            <translation>开始画册</translation>
        </message>
        <message>
            <source>do it</source>
            <translation>执行</translation>
        </message>
        <message>
            <source>in another boutique</source>
            <translation>在其他精品店</translation>
        </message>
        <message>
            <source>last seen {day}</source>
            <translation>最近见面 {day}</translation>
        </message>
        <message>
            <source>open card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>put on the wish list</source>
            <translation>加入心愿单</translation>
        </message>
        <message>
            <source>with {name}</source>
            <translation>由 {name} 接待</translation>
        </message>
        <message>
            <source>{count} here</source>
            <translation>本店 {count} 件</translation>
        </message>
    </context>
    <context>
        <name>PaletteModel</name>
        <message>
            <source>A wish of {name}</source>
            <translation>{name} 的心愿</translation>
        </message>
        <message>
            <source>Add a wish</source>
            <translation>添加心愿</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Begin a lookbook</source>
            <translation>开始画册</translation>
        </message>
        <message>
            <source>Bring files in</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Discreet view</source>
            <translation>隐私视图</translation>
        </message>
        <message>
            <source>Do again</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Elsewhere</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>For {name}</source>
            <translation>致 {name}</translation>
        </message>
        <message>
            <source>Keep “{words}” as a wish</source>
            <translation>将“{words}”存为心愿</translation>
        </message>
        <message>
            <source>Keys of this page</source>
            <translation>本页快捷键</translation>
        </message>
        <message>
            <source>Log a note</source>
            <translation>记录备注</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>New client “{words}”</source>
            <translation>新客户“{words}”</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>Share now</source>
            <translation>立即共享</translation>
        </message>
        <message>
            <source>Show everything again</source>
            <translation>恢复完整显示</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>on this till</source>
            <translation>在本机</translation>
        </message>
        <message>
            <source>{count} clients</source>
            <translation>{count} 位客户</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>找到 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>PalettePreview</name>
        <message>
            <source>Fewer letters find more.</source>
            <translation>少输几个字，能找到更多。</translation>
        </message>
        <message>
            <source>Nobody found by these words</source>
            <translation>没有找到相符的客户</translation>
        </message>
    </context>
    <context>
        <name>PeekSheet</name>
        <message>
            <source>A peek at the card</source>
            <translation>速览客户卡</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>打开客户卡</translation>
        </message>
    </context>
    <context>
        <name>PersonSheet</name>
        <message>
            <source>Person added</source>
            <translation>同事已添加</translation>
        </message>
        <message>
            <source>Person changed</source>
            <translation>同事资料已修改</translation>
        </message>
    </context>
    <context>
        <name>PiecesPanel</name>
        <message>
            <source>Find a piece</source>
            <translation>查找作品</translation>
        </message>
        <message>
            <source>In size</source>
            <translation>合身尺码</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新品</translation>
        </message>
        <message>
            <source>No piece fits. Fewer filters or other words show more.</source>
            <translation>没有相符的作品。减少筛选或换个词，能看到更多。</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>心愿单</translation>
        </message>
    </context>
    <context>
        <name>Places</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Lookbooks</source>
            <translation>画册</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>What waits</source>
            <translation>等待共享</translation>
        </message>
    </context>
    <context>
        <name>Placing</name>
        <message>
            <source>Frame {number} of {count}</source>
            <translation>第 {number} 个画框，共 {count} 个</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>size {size}</source>
            <translation>尺码 {size}</translation>
        </message>
        <message>
            <source>{piece} placed in frame {number}</source>
            <translation>{piece} 已放入第 {number} 个画框</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Avoids</source>
            <translation>避免</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Loves</source>
            <translation>钟爱</translation>
        </message>
        <message>
            <source>Nothing noted yet</source>
            <translation>尚无记录</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>偏好</translation>
        </message>
    </context>
    <context>
        <name>PreferencesSheet</name>
        <message>
            <source>A little</source>
            <translation>略微</translation>
        </message>
        <message>
            <source>Allergy</source>
            <translation>过敏</translation>
        </message>
        <message>
            <source>Always</source>
            <translation>一贯</translation>
        </message>
        <message>
            <source>Anything</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Avoids</source>
            <translation>避免</translation>
        </message>
        <message>
            <source>Because, or instead</source>
            <translation>原因，或替代</translation>
        </message>
        <message>
            <source>Camel, silk twill, nickel…</source>
            <translation>驼色、真丝斜纹、镍…</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>品类</translation>
        </message>
        <message>
            <source>Clearly</source>
            <translation>明显</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Designer</source>
            <translation>设计师</translation>
        </message>
        <message>
            <source>Does not like</source>
            <translation>不喜欢</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>版型</translation>
        </message>
        <message>
            <source>Hospitality</source>
            <translation>款待</translation>
        </message>
        <message>
            <source>House</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>程度</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Loves</source>
            <translation>钟爱</translation>
        </message>
        <message>
            <source>Loves or avoids</source>
            <translation>钟爱或避免</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>材质</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>再加一项</translation>
        </message>
        <message>
            <source>Preference changed</source>
            <translation>偏好已修改</translation>
        </message>
        <message>
            <source>Preference noted</source>
            <translation>偏好已记录</translation>
        </message>
        <message>
            <source>Preference taken away</source>
            <translation>偏好已移除</translation>
        </message>
        <message>
            <source>Preferences and allergies</source>
            <translation>偏好与过敏</translation>
        </message>
        <message>
            <source>Somewhat</source>
            <translation>有些</translation>
        </message>
        <message>
            <source>Strongly</source>
            <translation>强烈</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>款式</translation>
        </message>
        <message>
            <source>What</source>
            <translation>什么日子</translation>
        </message>
        <message>
            <source>gold or platinum hardware only</source>
            <translation>仅限金或铂金配件</translation>
        </message>
    </context>
    <context>
        <name>PreviewSheet</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Make PDF</source>
            <translation>制作 PDF</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Page {number} of {count}</source>
            <translation>第 {number} 页，共 {count} 页</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Given to the printer</source>
            <translation>已交给打印机</translation>
        </message>
        <message>
            <source>Handing it to the printer</source>
            <translation>正在交给打印机</translation>
        </message>
        <message>
            <source>Make PDF</source>
            <translation>制作 PDF</translation>
        </message>
        <message>
            <source>Making the PDF</source>
            <translation>正在生成 PDF</translation>
        </message>
        <message>
            <source>No printer answers here. Make a PDF instead.</source>
            <translation>没有可用的打印机，请改为制作 PDF。</translation>
        </message>
        <message>
            <source>The PDF is ready</source>
            <translation>PDF 已生成</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>PurchasePage</name>
        <message>
            <source>Find a piece by name, number or scan</source>
            <translation>按名称、编号或扫码查找作品</translation>
        </message>
        <message>
            <source>Find a piece first.</source>
            <translation>请先查找作品。</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Not in the catalogue: write it</source>
            <translation>目录中没有：请写下来</translation>
        </message>
        <message>
            <source>Served by</source>
            <translation>接待顾问</translation>
        </message>
    </context>
    <context>
        <name>Purchases</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>No purchases yet</source>
            <translation>尚无购买</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>购买</translation>
        </message>
        <message>
            <source>See all</source>
            <translation>查看全部</translation>
        </message>
        <message>
            <source>Twelve months, oldest first: {amounts}</source>
            <translation>近 12 个月，由远及近：{amounts}</translation>
        </message>
        <message>
            <source>in all</source>
            <translation>累计</translation>
        </message>
        <message>
            <source>last 12 months</source>
            <translation>近 12 个月</translation>
        </message>
        <message>
            <source>since {year}</source>
            <translation>自 {year} 年</translation>
        </message>
        <message>
            <source>usual basket</source>
            <translation>平均每单</translation>
        </message>
        <message>
            <source>visits</source>
            <translation>次到店</translation>
        </message>
        <message>
            <source>without purchases in other currencies</source>
            <translation>未计其他币种的购买</translation>
        </message>
    </context>
    <context>
        <name>PurchasesPage</name>
        <message>
            <source>Log a piece</source>
            <translation>记录作品</translation>
        </message>
        <message>
            <source>No purchases yet</source>
            <translation>尚无购买</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>购买</translation>
        </message>
        <message>
            <source>Size noted</source>
            <translation>已记下尺码</translation>
        </message>
        <message>
            <source>What is bought stands here.</source>
            <translation>购买的作品会列在这里。</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Places</source>
            <translation>位置</translation>
        </message>
    </context>
    <context>
        <name>RailItem</name>
        <message>
            <source>{count} left</source>
            <translation>还有 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>ReachSheet</name>
        <message>
            <source>An assistant</source>
            <translation>助理</translation>
        </message>
        <message>
            <source>By</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>How to reach this client</source>
            <translation>如何联络这位客户</translation>
        </message>
        <message>
            <source>Log a call</source>
            <translation>记录通话</translation>
        </message>
        <message>
            <source>Mr Reed, evenings</source>
            <translation>Reed 先生，晚间</translation>
        </message>
        <message>
            <source>Name, or when</source>
            <translation>姓名，或联络时间</translation>
        </message>
        <message>
            <source>No number or address noted</source>
            <translation>尚无号码或地址</translation>
        </message>
        <message>
            <source>Number or address</source>
            <translation>号码或地址</translation>
        </message>
        <message>
            <source>Number or address changed</source>
            <translation>号码或地址已修改</translation>
        </message>
        <message>
            <source>Number or address kept</source>
            <translation>号码或地址已保存</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>再加一项</translation>
        </message>
        <message>
            <source>Postal addresses</source>
            <translation>通信地址</translation>
        </message>
        <message>
            <source>Taken away</source>
            <translation>已移除</translation>
        </message>
        <message>
            <source>The client</source>
            <translation>客户本人</translation>
        </message>
        <message>
            <source>The spouse</source>
            <translation>配偶</translation>
        </message>
        <message>
            <source>Who answers</source>
            <translation>接听者</translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message numerus="yes">
            <source>%n piece(s)</source>
            <translation>
                <numerusform>%n 件作品</numerusform>
            </translation>
        </message>
        <message>
            <source>Add the size</source>
            <translation>补记尺码</translation>
        </message>
        <message>
            <source>Add the size of {piece}</source>
            <translation>补记{piece}的尺码</translation>
        </message>
        <message>
            <source>brought back</source>
            <translation>退回</translation>
        </message>
    </context>
    <context>
        <name>RememberStrip</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Nothing noted yet</source>
            <translation>尚无记录</translation>
        </message>
        <message>
            <source>Please remember</source>
            <translation>请牢记</translation>
        </message>
    </context>
    <context>
        <name>Safekeeping</name>
        <message>
            <source>See the backups</source>
            <translation>查看备份</translation>
        </message>
    </context>
    <context>
        <name>SafetyModel</name>
        <message numerus="yes">
            <source>%n client(s) are in {file}</source>
            <translation>
                <numerusform>%n 位客户已写入 {file}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) taken back</source>
            <translation>
                <numerusform>已撤回 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>A backup is made and was read back</source>
            <translation>备份已完成，并已回读核对</translation>
        </message>
        <message>
            <source>Checking the book</source>
            <translation>正在检查客户簿</translation>
        </message>
        <message>
            <source>Every page of the book is sound.</source>
            <translation>客户簿的每一页都完好。</translation>
        </message>
        <message>
            <source>Making a backup</source>
            <translation>正在备份</translation>
        </message>
        <message>
            <source>Restoring the backup</source>
            <translation>正在恢复备份</translation>
        </message>
        <message>
            <source>Taking the import back</source>
            <translation>正在撤回导入</translation>
        </message>
        <message>
            <source>The backup is restored.</source>
            <translation>备份已恢复。</translation>
        </message>
        <message>
            <source>What was there is kept as {file}.</source>
            <translation>原有文件已另存为 {file}。</translation>
        </message>
        <message>
            <source>Writing the clients</source>
            <translation>正在写出客户</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>A lookbook has at least one page.</source>
            <translation>画册至少要有一页。</translation>
        </message>
        <message>
            <source>A month is a number from 1 to 12.</source>
            <translation>月份是 1 到 12 的数字。</translation>
        </message>
        <message>
            <source>A picture cannot be read: {reason}.</source>
            <translation>有一张图片无法读取：{reason}。</translation>
        </message>
        <message>
            <source>A secret tie</source>
            <translation>秘密关系</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Another program is writing to the book. Nothing was kept; please try again.</source>
            <translation>另一个程序正在写入客户簿。此次没有保存，请再试一次。</translation>
        </message>
        <message>
            <source>Another program on this computer shares this book.</source>
            <translation>本电脑上的另一个程序正在共享这本客户簿。</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已有回应</translation>
        </message>
        <message>
            <source>Avoids it</source>
            <translation>避免</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>已购买</translation>
        </message>
        <message>
            <source>Boutique</source>
            <translation>精品店</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>会员卡</translation>
        </message>
        <message>
            <source>Choose 90, 100, 115 or 130 per cent.</source>
            <translation>请选择 90、100、115 或 130%。</translation>
        </message>
        <message>
            <source>Circle</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Client number</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>同事</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Does not like it</source>
            <translation>不喜欢</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Draft or sent</source>
            <translation>草稿或已发出</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>已放弃</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>合身情况</translation>
        </message>
        <message>
            <source>Form of address</source>
            <translation>称谓</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Head office cannot be reached. What is written here is safe and goes when it can.</source>
            <translation>无法连接总部。在此写下的内容很安全，能连接时便会发送。</translation>
        </message>
        <message>
            <source>Head office could not take it ({reason}). What was there before stands.</source>
            <translation>总部未能接受（{reason}）。原有内容保持不变。</translation>
        </message>
        <message>
            <source>Head office could not take it: “{field}” does not fit. What was there before stands; open the record and write it again.</source>
            <translation>总部未能接受：“{field}”不符合要求。原有内容保持不变；请打开该记录重新填写。</translation>
        </message>
        <message>
            <source>Head office did not answer in time. Nothing is lost, it is tried again.</source>
            <translation>总部未及时回应。没有丢失任何内容，会再次尝试。</translation>
        </message>
        <message>
            <source>Head office does not know this kind of record yet. It is kept here.</source>
            <translation>总部尚不认识这类记录。它保存在本机。</translation>
        </message>
        <message>
            <source>Head office does not know this till. Everything is kept here; join it again with a new code.</source>
            <translation>总部不认识本机。所有内容都保存在此；请用新的代码重新加入。</translation>
        </message>
        <message>
            <source>Head office does not know what was done here. It is kept.</source>
            <translation>总部不认识此处所做的操作。内容已保留。</translation>
        </message>
        <message>
            <source>Head office does not take what this till sends ({reason}). Everything is kept here; please tell whoever looks after head office.</source>
            <translation>总部不接受本机发送的内容（{reason}）。所有内容都保存在此；请告知负责总部系统的人员。</translation>
        </message>
        <message>
            <source>Head office had the book of this till erased.</source>
            <translation>总部已下令抹除本机的客户簿。</translation>
        </message>
        <message>
            <source>Head office has a fault. What is written here is safe and goes later.</source>
            <translation>总部系统出现故障。在此写下的内容很安全，稍后会发送。</translation>
        </message>
        <message>
            <source>Head office has to let this till in: compare the number there with the one here.</source>
            <translation>需要总部允许本机加入：请核对总部与此处显示的数字。</translation>
        </message>
        <message>
            <source>Head office has withdrawn this till's access. Join again with a new code, or have the book erased.</source>
            <translation>总部已撤销本机的访问权限。请用新的代码重新加入，或由总部抹除客户簿。</translation>
        </message>
        <message>
            <source>Head office has withdrawn this till's access. The book is whole, and nothing is written to it any more.</source>
            <translation>总部已撤销本机的访问权限。客户簿完好，但不再写入任何内容。</translation>
        </message>
        <message>
            <source>Head office has withdrawn this till's access. What was written here is kept, and nothing more is shared.</source>
            <translation>总部已撤销本机的访问权限。在此写下的内容已保留，不再共享。</translation>
        </message>
        <message>
            <source>Head office is busy and asks to be left alone for a while.</source>
            <translation>总部正忙，请稍后再试。</translation>
        </message>
        <message>
            <source>Head office speaks a newer language than this clienteling. Everything is kept here and shared once this one is renewed.</source>
            <translation>总部使用的版本比本程序新。所有内容都保存在此，更新本程序后便会共享。</translation>
        </message>
        <message>
            <source>Head office's certificate is not valid today. Look at the date of this computer first.</source>
            <translation>总部的证书今天无效。请先检查本电脑的日期。</translation>
        </message>
        <message>
            <source>Her assistant</source>
            <translation>她的助理</translation>
        </message>
        <message>
            <source>Her spouse</source>
            <translation>她的配偶</translation>
        </message>
        <message>
            <source>Here one of the two sides has to be taken.</source>
            <translation>此处必须在两者中选择其一。</translation>
        </message>
        <message>
            <source>Hidden from</source>
            <translation>对谁隐藏</translation>
        </message>
        <message>
            <source>House</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>How far it is to be trusted</source>
            <translation>可信程度</translation>
        </message>
        <message>
            <source>How strongly</source>
            <translation>强烈程度</translation>
        </message>
        <message>
            <source>How the name is read</source>
            <translation>姓名读法</translation>
        </message>
        <message>
            <source>How to find the door</source>
            <translation>如何找到入口</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>In whose care</source>
            <translation>由谁负责</translation>
        </message>
        <message>
            <source>Is allergic to it</source>
            <translation>过敏</translation>
        </message>
        <message>
            <source>It belongs to a client who was erased on request. It is not kept.</source>
            <translation>它属于一位已应要求抹除的客户，不予保留。</translation>
        </message>
        <message>
            <source>It belongs to another boutique. What that boutique has stands; it was not changed.</source>
            <translation>它属于另一家精品店。该店的内容保持不变，未作修改。</translation>
        </message>
        <message>
            <source>It comes from a newer clienteling. It is shown once this one is renewed.</source>
            <translation>它来自较新版本的程序。更新本程序后即可显示。</translation>
        </message>
        <message>
            <source>It goes to head office as soon as the line is there.</source>
            <translation>一旦连接恢复，便会发送到总部。</translation>
        </message>
        <message>
            <source>It waits for the record it belongs to, which has not come yet.</source>
            <translation>正在等待其所属的记录，该记录尚未到达。</translation>
        </message>
        <message>
            <source>It was kept as {name}.</source>
            <translation>原文件已另存为 {name}。</translation>
        </message>
        <message>
            <source>It was not opened and nothing was brought in.</source>
            <translation>文件没有打开，也没有导入任何内容。</translation>
        </message>
        <message>
            <source>It was removed elsewhere; here something still belongs to it.</source>
            <translation>它已在别处移除；此处仍有内容属于它。</translation>
        </message>
        <message>
            <source>It was written together with something head office could not take. What head office has stands here; put the other right and write this again.</source>
            <translation>它与总部未能接受的内容一同写入。此处以总部的内容为准；请更正另一项后重新填写。</translation>
        </message>
        <message>
            <source>Key date</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>信函</translation>
        </message>
        <message>
            <source>Likes it</source>
            <translation>喜欢</translation>
        </message>
        <message>
            <source>Likes or avoids</source>
            <translation>喜欢或避免</translation>
        </message>
        <message>
            <source>Line {line} is longer than {longest:,} characters, so this is not a table. Nothing was brought in. Please export the file again as CSV.</source>
            <translation>第 {line} 行超过 {longest:,} 个字符，因此不是表格。没有导入任何内容，请重新导出为 CSV。</translation>
        </message>
        <message>
            <source>Lookbook</source>
            <translation>画册</translation>
        </message>
        <message>
            <source>Lookbook as it was sent</source>
            <translation>发出时的画册</translation>
        </message>
        <message>
            <source>Mark on the card</source>
            <translation>卡片上的标记</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>会面</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>中间名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name in her own script</source>
            <translation>本国文字姓名</translation>
        </message>
        <message>
            <source>Name of the piece</source>
            <translation>作品名称</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>国籍</translation>
        </message>
        <message>
            <source>Needed by</source>
            <translation>需要日期</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>No longer used</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Nobody is in this selection, so there is no lookbook to make.</source>
            <translation>所选范围内没有客户，因此没有画册可制作。</translation>
        </message>
        <message>
            <source>Not to be contacted</source>
            <translation>不可联络</translation>
        </message>
        <message>
            <source>Not verified</source>
            <translation>未核实</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing was brought in. Please save the sheet as CSV and bring that in.</source>
            <translation>没有导入任何内容。请将工作表存为 CSV 再导入。</translation>
        </message>
        <message>
            <source>Number or address</source>
            <translation>号码或地址</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>Offered</source>
            <translation>已推荐</translation>
        </message>
        <message>
            <source>One purchase is in one currency; please note two.</source>
            <translation>一次购买只用一种币种，请分两次记录。</translation>
        </message>
        <message>
            <source>Only its author</source>
            <translation>仅作者本人</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未处理</translation>
        </message>
        <message>
            <source>Order of the names</source>
            <translation>姓名顺序</translation>
        </message>
        <message>
            <source>Page of a lookbook</source>
            <translation>画册页面</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Picture of a piece</source>
            <translation>作品图片</translation>
        </message>
        <message>
            <source>Piece</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>Piece in a lookbook</source>
            <translation>画册中的作品</translation>
        </message>
        <message>
            <source>Piece of a purchase</source>
            <translation>购买的作品</translation>
        </message>
        <message>
            <source>Piece she has</source>
            <translation>她拥有的作品</translation>
        </message>
        <message>
            <source>Pieces that go together</source>
            <translation>相配的作品</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>置顶</translation>
        </message>
        <message>
            <source>Place in a household</source>
            <translation>家庭中的身份</translation>
        </message>
        <message>
            <source>Place in the order</source>
            <translation>排列位置</translation>
        </message>
        <message>
            <source>Plan for a gift</source>
            <translation>礼物计划</translation>
        </message>
        <message>
            <source>Please choose a currency of the list.</source>
            <translation>请从列表中选择币种。</translation>
        </message>
        <message>
            <source>Please choose a month.</source>
            <translation>请选择月份。</translation>
        </message>
        <message>
            <source>Please choose a piece, or write what she would like.</source>
            <translation>请选择作品，或写下心愿。</translation>
        </message>
        <message>
            <source>Please choose a piece, or write what was bought.</source>
            <translation>请选择作品，或写下购买的内容。</translation>
        </message>
        <message>
            <source>Please choose a time zone of the list.</source>
            <translation>请从列表中选择时区。</translation>
        </message>
        <message>
            <source>Please choose another client than the card's own.</source>
            <translation>请选择本卡以外的另一位客户。</translation>
        </message>
        <message>
            <source>Please choose one way at least.</source>
            <translation>请至少选择一种方式。</translation>
        </message>
        <message>
            <source>Please fill this in.</source>
            <translation>请填写此项。</translation>
        </message>
        <message>
            <source>Please give the file an ending: .csv, .xlsx or .json.</source>
            <translation>请为文件加上扩展名：.csv、.xlsx 或 .json。</translation>
        </message>
        <message>
            <source>Please say which column holds the amount or the price.</source>
            <translation>请指定哪一列是金额或单价。</translation>
        </message>
        <message>
            <source>Please say which column holds the clients' names.</source>
            <translation>请指定哪一列是客户姓名。</translation>
        </message>
        <message>
            <source>Please say which column holds the date of the purchase.</source>
            <translation>请指定哪一列是购买日期。</translation>
        </message>
        <message>
            <source>Please write a name, in any script.</source>
            <translation>请填写姓名，任何文字均可。</translation>
        </message>
        <message>
            <source>Please write how many.</source>
            <translation>请填写数量。</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Postal address</source>
            <translation>邮寄地址</translation>
        </message>
        <message>
            <source>Preference</source>
            <translation>偏好</translation>
        </message>
        <message>
            <source>Preferred name</source>
            <translation>希望的称呼</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Pronunciation</source>
            <translation>发音</translation>
        </message>
        <message>
            <source>Purchase</source>
            <translation>购买</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发出</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>Size of a piece</source>
            <translation>作品尺码</translation>
        </message>
        <message>
            <source>Somebody has to be here. Please add another person first.</source>
            <translation>店里至少要有一位同事，请先添加另一位。</translation>
        </message>
        <message>
            <source>Someone else's</source>
            <translation>属于他人</translation>
        </message>
        <message>
            <source>Something else answers in head office's place; a sign-in page of the network may be waiting. Nothing was sent to it.</source>
            <translation>回应的并非总部；可能是网络的登录页面在等待。未向其发送任何内容。</translation>
        </message>
        <message>
            <source>Something has been written since about clients or purchases of this import, so it can no longer be taken back as a whole. Nothing was changed.</source>
            <translation>此次导入的客户或购买之后又有新的记录，因此不能再整体撤回。内容均未改动。</translation>
        </message>
        <message>
            <source>Stays in the book</source>
            <translation>保留在客户簿中</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Strength goes from 1 to 5.</source>
            <translation>程度从 1 到 5。</translation>
        </message>
        <message>
            <source>Taken away</source>
            <translation>已移除</translation>
        </message>
        <message>
            <source>That frame is empty.</source>
            <translation>该画框是空的。</translation>
        </message>
        <message>
            <source>That lunar month has {length} days.</source>
            <translation>该农历月有 {length} 天。</translation>
        </message>
        <message>
            <source>That month has {last} days at most.</source>
            <translation>该月最多 {last} 天。</translation>
        </message>
        <message>
            <source>That month has {last} days.</source>
            <translation>该月有 {last} 天。</translation>
        </message>
        <message>
            <source>That page is no longer in this lookbook.</source>
            <translation>该页已不在这本画册中。</translation>
        </message>
        <message>
            <source>The PDF could not be written to {folder} ({reason}). The lookbook is kept.</source>
            <translation>PDF 无法写入 {folder}（{reason}）。画册已保存。</translation>
        </message>
        <message>
            <source>The PDF could not be written to {folder}. The lookbook is kept; make room or choose another folder, then try again.</source>
            <translation>PDF 无法写入 {folder}。画册已保存；请腾出空间或换一个文件夹，再试一次。</translation>
        </message>
        <message>
            <source>The answer was larger than any of head office's. It was not taken.</source>
            <translation>收到的回应过大，不像来自总部，未予接受。</translation>
        </message>
        <message>
            <source>The backup could not be copied back: {reason}. The present book was not touched.</source>
            <translation>备份无法复制回来：{reason}。现有客户簿未受影响。</translation>
        </message>
        <message>
            <source>The backup could not be made: {reason}. The book and the older backups are safe.</source>
            <translation>备份未能完成：{reason}。客户簿与先前的备份都安全。</translation>
        </message>
        <message>
            <source>The backup did not pass its checks ({reason}), so it was thrown away. The older backups are safe.</source>
            <translation>备份未通过检查（{reason}），已弃用。先前的备份都安全。</translation>
        </message>
        <message>
            <source>The book cannot be read or written ({reason}). This change was not kept.</source>
            <translation>客户簿无法读写（{reason}）。此次更改未保存。</translation>
        </message>
        <message>
            <source>The book could not be brought up to this version of the program ({reason}). It stands as it was.</source>
            <translation>客户簿未能升级到本版程序（{reason}），仍保持原样。</translation>
        </message>
        <message>
            <source>The book could not be checked now ({reason}). Nothing is known to be wrong with it.</source>
            <translation>现在无法检查客户簿（{reason}），目前没有发现问题。</translation>
        </message>
        <message>
            <source>The book could not be written ({reason}). Nothing of the file was kept; please try again.</source>
            <translation>客户簿无法写入（{reason}）。文件内容均未保存，请再试一次。</translation>
        </message>
        <message>
            <source>The book could not be written just now ({reason}). Nothing is lost.</source>
            <translation>客户簿暂时无法写入（{reason}）。没有丢失任何内容。</translation>
        </message>
        <message>
            <source>The book was brought up to this version; a backup was made before.</source>
            <translation>客户簿已升级到本版；升级前已备份。</translation>
        </message>
        <message>
            <source>The book {name} cannot be opened: {reason}.</source>
            <translation>客户簿 {name} 无法打开：{reason}。</translation>
        </message>
        <message>
            <source>The book {name} cannot be read with the key of this till. Nothing in it was changed.</source>
            <translation>用本机的密钥无法读取客户簿 {name}。内容均未改动。</translation>
        </message>
        <message>
            <source>The book {name} cannot be read: {reason}. Nothing in it was changed.</source>
            <translation>客户簿 {name} 无法读取：{reason}。内容均未改动。</translation>
        </message>
        <message>
            <source>The book's file is damaged. Close the program and open it again: it offers the newest good backup and keeps the damaged file. What was being written was not kept.</source>
            <translation>客户簿文件已损坏。请关闭程序后重新打开：程序会提供最新的完好备份，并保留损坏的文件。刚才写入的内容没有保存。</translation>
        </message>
        <message>
            <source>The boutique</source>
            <translation>本店</translation>
        </message>
        <message>
            <source>The client</source>
            <translation>客户本人</translation>
        </message>
        <message>
            <source>The dates under “{heading}” are written day first on some lines and month first on others. Please say which it is.</source>
            <translation>“{heading}”列中的日期，有些行日在前，有些行月在前。请指定是哪一种。</translation>
        </message>
        <message>
            <source>The dates under “{heading}” can be read day first or month first. Please say which it is.</source>
            <translation>“{heading}”列中的日期，日在前或月在前都读得通。请指定是哪一种。</translation>
        </message>
        <message>
            <source>The disk did not keep {name} as it was written.</source>
            <translation>磁盘未能如实保存 {name}。</translation>
        </message>
        <message>
            <source>The disk did not take {what} ({reason}). What was there is safe.</source>
            <translation>磁盘未能写入 {what}（{reason}）。原有内容安全。</translation>
        </message>
        <message>
            <source>The disk is full. What was in the book is safe and nothing of the file was kept; make room and bring it in again.</source>
            <translation>磁盘已满。客户簿原有内容安全，文件内容均未保存；请腾出空间后重新导入。</translation>
        </message>
        <message>
            <source>The disk is full. What was there is safe, this change was not kept; make room and try again.</source>
            <translation>磁盘已满。原有内容安全，此次更改未保存；请腾出空间后再试。</translation>
        </message>
        <message>
            <source>The disk is full. What was there is safe, {what} was not kept; make room and try again.</source>
            <translation>磁盘已满。原有内容安全，{what} 未保存；请腾出空间后再试。</translation>
        </message>
        <message>
            <source>The file of a picture is damaged; the client book itself is not.</source>
            <translation>有一张图片的文件已损坏，客户簿本身完好。</translation>
        </message>
        <message>
            <source>The file of the book {name} is damaged.</source>
            <translation>客户簿 {name} 的文件已损坏。</translation>
        </message>
        <message>
            <source>The file of the book {name} is gone.</source>
            <translation>客户簿 {name} 的文件不见了。</translation>
        </message>
        <message>
            <source>The file {name} has gone or was changed since. Please choose it and check it again.</source>
            <translation>文件 {name} 已不在或已改动。请重新选择并检查。</translation>
        </message>
        <message>
            <source>The first choice</source>
            <translation>首选</translation>
        </message>
        <message>
            <source>The first line of this file is longer than {count:,} characters, so this is not a table. Please export it again as CSV.</source>
            <translation>此文件首行超过 {count:,} 个字符，因此不是表格。请重新导出为 CSV。</translation>
        </message>
        <message>
            <source>The folder of {name} cannot be made: {reason}.</source>
            <translation>无法建立 {name} 所在的文件夹：{reason}。</translation>
        </message>
        <message>
            <source>The folder of {name} cannot be written: {reason}.</source>
            <translation>无法写入 {name} 所在的文件夹：{reason}。</translation>
        </message>
        <message>
            <source>The font file {name} can't be read. Nothing of the book is touched; install the program again to bring it back.</source>
            <translation>字体文件 {name} 无法读取。客户簿未受影响；重新安装程序即可恢复。</translation>
        </message>
        <message>
            <source>The house</source>
            <translation>全品牌</translation>
        </message>
        <message>
            <source>The import ended early, and what came in before could not be taken back just now. What was in the book is safe. Make sure that the disk has room, then bring the file in again, or take the import back under Settings.</source>
            <translation>导入中途结束，已导入的部分暂时无法撤回。客户簿原有内容安全。请确认磁盘有足够空间，再重新导入该文件，或在“设置”中撤回此次导入。</translation>
        </message>
        <message>
            <source>The kept copy of this lookbook is damaged and can't be printed again. The lookbook itself is untouched: open it and make a new one.</source>
            <translation>这本画册留存的版本已损坏，无法再次打印。画册本身未受影响：请打开后重新制作。</translation>
        </message>
        <message>
            <source>The key by which head office knows this till is not on this computer any more. The book is whole; join head office again with a new code.</source>
            <translation>总部用以识别本机的密钥已不在本电脑上。客户簿完好；请用新的代码重新加入总部。</translation>
        </message>
        <message>
            <source>The key file {name} is not beside the book. Put it back from your copy of it; without it the book cannot be opened. Nothing was changed.</source>
            <translation>密钥文件 {name} 不在客户簿旁边。请用留存的副本放回原处；没有密钥就无法打开客户簿。内容均未改动。</translation>
        </message>
        <message>
            <source>The key file {name} was not kept as it was written.</source>
            <translation>密钥文件 {name} 未能如实保存。</translation>
        </message>
        <message>
            <source>The key of this book is in this computer's keyring.</source>
            <translation>客户簿的密钥保存在这台电脑的钥匙串中。</translation>
        </message>
        <message>
            <source>The key of this book is kept in a way that this program does not know. A newer clienteling can open it; nothing was changed.</source>
            <translation>客户簿密钥的保存方式是本程序不认识的。较新版本的程序可以打开；内容均未改动。</translation>
        </message>
        <message>
            <source>The key of this book is not in this computer's keyring any more ({names}). It is there only for the person of this computer who made the book. Nothing was changed.</source>
            <translation>客户簿的密钥已不在这台电脑的钥匙串中（{names}）。只有在这台电脑上建立客户簿的账户才有此密钥。内容均未改动。</translation>
        </message>
        <message>
            <source>The keyring of this computer ({backend}) does not give out the key of the book. Unlock it, or sign in to this computer again. Nothing was changed.</source>
            <translation>这台电脑的钥匙串（{backend}）没有给出客户簿的密钥。请解锁钥匙串，或重新登录这台电脑。内容均未改动。</translation>
        </message>
        <message>
            <source>The keyring of this computer ({backend}) does not let go of a key. Unlock it, or sign in to this computer again.</source>
            <translation>本电脑的密钥环（{backend}）未能释放密钥。请将其解锁，或重新登录本电脑。</translation>
        </message>
        <message>
            <source>The keyring of this computer does not keep what it is given.</source>
            <translation>这台电脑的钥匙串无法保存交给它的内容。</translation>
        </message>
        <message>
            <source>The keyring of this computer takes no secrets.</source>
            <translation>这台电脑的钥匙串不接受密钥。</translation>
        </message>
        <message>
            <source>The line broke before head office's answer was whole. It is tried again.</source>
            <translation>总部的回应尚未完整，连接便已中断。会再次尝试。</translation>
        </message>
        <message>
            <source>The lines to mend could not be written to {name}. Please choose another place with room on it.</source>
            <translation>待修正的行无法写入 {name}。请另选有足够空间的位置。</translation>
        </message>
        <message>
            <source>The lunar calendar of {year} is not known here; it reaches from {first_year} to {last_year}.</source>
            <translation>没有 {year} 年的农历资料；可用范围为 {first_year} 至 {last_year} 年。</translation>
        </message>
        <message>
            <source>The lunar year {year} has no such month.</source>
            <translation>农历 {year} 年没有这个月。</translation>
        </message>
        <message>
            <source>The newest good backup is of {moment:%Y-%m-%d %H:%M} UTC; restore it; whatever is left of the file is kept aside.</source>
            <translation>最新的完好备份来自 {moment:%Y-%m-%d %H:%M}（UTC）；请恢复此备份，剩余的文件会另行保留。</translation>
        </message>
        <message>
            <source>The printer did not answer. The lookbook is kept; try again or make a PDF.</source>
            <translation>打印机没有回应。画册已保存；请再试一次，或制作 PDF。</translation>
        </message>
        <message>
            <source>The remembered columns no longer fit; please choose them again.</source>
            <translation>记住的列已不适用，请重新选择。</translation>
        </message>
        <message>
            <source>The restored copy is not sound: {reason}. Nothing was changed.</source>
            <translation>恢复出的副本不完好：{reason}。内容均未改动。</translation>
        </message>
        <message>
            <source>The same person as</source>
            <translation>与此人为同一人</translation>
        </message>
        <message>
            <source>The secret kept on this computer does not open this book. Nothing in it was changed.</source>
            <translation>这台电脑保存的密钥打不开此客户簿。内容均未改动。</translation>
        </message>
        <message>
            <source>The settings could not be written ({reason}). They hold until the program ends.</source>
            <translation>设置无法写入（{reason}），在程序关闭前仍然有效。</translation>
        </message>
        <message>
            <source>The shares of those who served must make 100.</source>
            <translation>各位接待顾问的份额合计须为 100。</translation>
        </message>
        <message>
            <source>The vault of this book cannot be read: {reason}.</source>
            <translation>客户簿的密钥库无法读取：{reason}。</translation>
        </message>
        <message>
            <source>The vault of this book is damaged. Every backup carries a copy of it; restore one. Nothing in the book was changed.</source>
            <translation>客户簿的密钥库已损坏。每份备份都附有副本，请恢复其中一份。客户簿内容均未改动。</translation>
        </message>
        <message>
            <source>The vault of this book was changed by someone or something else. Nothing in the book was changed.</source>
            <translation>客户簿的密钥库被他人或其他程序改动过。客户簿内容均未改动。</translation>
        </message>
        <message>
            <source>The vault {name} is not beside the book, so the book cannot be opened. Put it back from where it was moved, or restore a backup, which carries a copy of it. Nothing was changed.</source>
            <translation>密钥库 {name} 不在客户簿旁边，因此无法打开。请把它放回原处，或恢复附有副本的备份。内容均未改动。</translation>
        </message>
        <message>
            <source>The workbook could not be read just now. {as_csv}</source>
            <translation>暂时无法读取此工作簿。{as_csv}</translation>
        </message>
        <message>
            <source>There is a book named {name} already; open it instead.</source>
            <translation>已有名为 {name} 的客户簿，请直接打开。</translation>
        </message>
        <message>
            <source>There is no backup of {name} that can be read. Nothing was changed.</source>
            <translation>{name} 没有可读取的备份。内容均未改动。</translation>
        </message>
        <message>
            <source>There is no backup that can be read. Nothing was touched.</source>
            <translation>没有可读取的备份。内容均未改动。</translation>
        </message>
        <message>
            <source>There is no book at {path}.</source>
            <translation>{path} 处没有客户簿。</translation>
        </message>
        <message>
            <source>There is no encoding called {encoding}.</source>
            <translation>没有名为 {encoding} 的编码。</translation>
        </message>
        <message>
            <source>There is no field {name} to set.</source>
            <translation>没有可设置的字段 {name}。</translation>
        </message>
        <message>
            <source>There is no file {name} there any more.</source>
            <translation>文件 {name} 已不在原处。</translation>
        </message>
        <message>
            <source>There is no such import in this book.</source>
            <translation>客户簿中没有这次导入。</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>没有可撤销的操作。</translation>
        </message>
        <message>
            <source>This backup cannot be restored: {reason}. The present book was not touched.</source>
            <translation>此备份无法恢复：{reason}。现有客户簿未受影响。</translation>
        </message>
        <message>
            <source>This book has a house already.</source>
            <translation>此客户簿已有品牌。</translation>
        </message>
        <message>
            <source>This book has no boutique yet. Please found the house first.</source>
            <translation>此客户簿还没有精品店，请先建立品牌。</translation>
        </message>
        <message>
            <source>This book has no house yet.</source>
            <translation>此客户簿还没有品牌。</translation>
        </message>
        <message>
            <source>This book was last opened by a newer clienteling. Nothing in it was changed; please install the newer one on this till too.</source>
            <translation>此客户簿上次由较新版本的程序打开。内容均未改动；请在本机也安装新版本。</translation>
        </message>
        <message>
            <source>This book was made by a newer clienteling; please install that one.</source>
            <translation>此客户簿由较新版本的程序建立，请安装该版本。</translation>
        </message>
        <message>
            <source>This boutique is no longer in the book.</source>
            <translation>该精品店已不在客户簿中。</translation>
        </message>
        <message>
            <source>This client is no longer in the book.</source>
            <translation>这位客户已不在客户簿中。</translation>
        </message>
        <message>
            <source>This clienteling cannot store it as it came. It is kept aside, unchanged.</source>
            <translation>本程序无法按收到的样子保存它。已原样另存。</translation>
        </message>
        <message>
            <source>This computer cannot read HEIC pictures; please save it as JPEG first.</source>
            <translation>这台电脑无法读取 HEIC 图片，请先存为 JPEG。</translation>
        </message>
        <message>
            <source>This computer has no keyring of the kind {backend}.</source>
            <translation>这台电脑没有 {backend} 类型的钥匙串。</translation>
        </message>
        <message>
            <source>This computer has no keyring, so the key of this book is in the file {file}. Whoever has both files can read the book: keep a copy of the key in a safe, and never beside a copy of the book.</source>
            <translation>这台电脑没有钥匙串，因此客户簿的密钥存放在文件 {file} 中。同时拥有两个文件的人可以读取客户簿：请将密钥副本锁入保险柜，切勿与客户簿副本放在一起。</translation>
        </message>
        <message>
            <source>This file could not be read. The portrait stays as it was.</source>
            <translation>此文件无法读取，照片保持原样。</translation>
        </message>
        <message>
            <source>This file has a heading but no lines below it. Please export it again with its rows.</source>
            <translation>此文件只有列标题，没有内容行。请连同内容重新导出。</translation>
        </message>
        <message>
            <source>This file has no lines with anything in them. Please export it again.</source>
            <translation>此文件没有任何内容行，请重新导出。</translation>
        </message>
        <message>
            <source>This file has {width:,} columns, more than a table of clients or purchases has. Please check its separator, or export it again.</source>
            <translation>此文件有 {width:,} 列，超出客户或购买表格应有的列数。请核对分隔符，或重新导出。</translation>
        </message>
        <message>
            <source>This file is empty. Please export it again and bring that in.</source>
            <translation>此文件是空的，请重新导出后再导入。</translation>
        </message>
        <message>
            <source>This file is not a picture that can be read (JPEG, PNG, WebP or HEIC).</source>
            <translation>此文件不是可读取的图片（JPEG、PNG、WebP 或 HEIC）。</translation>
        </message>
        <message>
            <source>This file is not text and not a workbook, so it has no table to bring in. Please export the clients or purchases as CSV or XLSX.</source>
            <translation>此文件既不是文本也不是工作簿，没有可导入的表格。请将客户或购买记录导出为 CSV 或 XLSX。</translation>
        </message>
        <message>
            <source>This file is {words}, not a table. Please export the clients or purchases as CSV or XLSX.</source>
            <translation>此文件是{words}，不是表格。请将客户或购买记录导出为 CSV 或 XLSX。</translation>
        </message>
        <message>
            <source>This holds what looks like a payment card number, and the book never keeps one. Please take it out.</source>
            <translation>内容中似乎有支付卡号，客户簿从不保存卡号，请删去。</translation>
        </message>
        <message>
            <source>This import was taken back already.</source>
            <translation>此次导入已撤回。</translation>
        </message>
        <message>
            <source>This is a packed file but not an Excel workbook. Please save the table as CSV or XLSX and bring that in.</source>
            <translation>这是压缩文件，但不是 Excel 工作簿。请将表格存为 CSV 或 XLSX 再导入。</translation>
        </message>
        <message>
            <source>This is an old Excel file or one locked with a password. Please open it, save it as XLSX without a password, and bring that in.</source>
            <translation>这是旧版 Excel 文件或带密码的文件。请打开后另存为不带密码的 XLSX，再导入。</translation>
        </message>
        <message>
            <source>This is no longer in the book.</source>
            <translation>此内容已不在客户簿中。</translation>
        </message>
        <message>
            <source>This is no longer to be compared.</source>
            <translation>此项已无需比较。</translation>
        </message>
        <message>
            <source>This is {count} characters long; {limit} fit here. Please shorten it.</source>
            <translation>共 {count} 个字，此处最多 {limit} 个字，请缩短。</translation>
        </message>
        <message>
            <source>This lookbook is no longer on the shelf.</source>
            <translation>这本画册已不在书架上。</translation>
        </message>
        <message>
            <source>This lookbook was issued by a newer version of the program. It is kept as it is; bring this till up to date to print it again.</source>
            <translation>这本画册由较新版本的程序送出，会原样保留；请将本机升级后再打印。</translation>
        </message>
        <message>
            <source>This picture has more than 40 million points; please choose a smaller one. It was not opened.</source>
            <translation>此图片超过 4000 万像素，请选择较小的图片。此图片没有打开。</translation>
        </message>
        <message>
            <source>This picture is not on this till.</source>
            <translation>此图片不在本机。</translation>
        </message>
        <message>
            <source>This picture's file is larger than 25 MB; please choose a smaller one.</source>
            <translation>此图片文件超过 25 MB，请选择较小的图片。</translation>
        </message>
        <message>
            <source>This piece is no longer in the book.</source>
            <translation>这件作品已不在客户簿中。</translation>
        </message>
        <message>
            <source>This sheet has more than {most} columns. Please delete the empty columns at its right edge, save it, and bring it in again.</source>
            <translation>此工作表超过 {most} 列。请删去右侧的空列，保存后再导入。</translation>
        </message>
        <message>
            <source>This size is of another piece.</source>
            <translation>这个尺码属于另一件作品。</translation>
        </message>
        <message>
            <source>This till has joined head office already. Leave it first.</source>
            <translation>本机已加入总部。请先退出。</translation>
        </message>
        <message>
            <source>This was brought in from a file; undo it under Settings, Data.</source>
            <translation>此内容由文件导入，请在“设置”的“数据与备份”中撤回。</translation>
        </message>
        <message>
            <source>This was changed again since; undo the later change first.</source>
            <translation>此后又有改动，请先撤销较晚的改动。</translation>
        </message>
        <message>
            <source>This was settled already.</source>
            <translation>此项已经处理过了。</translation>
        </message>
        <message>
            <source>This workbook cannot be read; it may be damaged or locked with a password. Please open it in Excel, save it without a password, and bring it in again.</source>
            <translation>此工作簿无法读取，可能已损坏或带有密码。请用 Excel 打开，存为不带密码的文件再导入。</translation>
        </message>
        <message>
            <source>This workbook has no such sheet with a table. Please choose another.</source>
            <translation>工作簿中没有这张含表格的工作表，请另选一张。</translation>
        </message>
        <message>
            <source>This workbook has {count:,} parts inside. {not_opened} Please save only the sheet with the clients or purchases.</source>
            <translation>此工作簿内含 {count:,} 个部分。{not_opened}请只保存客户或购买记录所在的工作表。</translation>
        </message>
        <message>
            <source>This workbook is damaged. {not_opened} Please save it again as XLSX.</source>
            <translation>此工作簿已损坏。{not_opened}请重新存为 XLSX。</translation>
        </message>
        <message>
            <source>This workbook needs more memory than this till gives to one file. {as_csv}</source>
            <translation>读取此工作簿所需的内存超出本机对单个文件的限额。{as_csv}</translation>
        </message>
        <message>
            <source>This workbook takes too long to read. {as_csv}</source>
            <translation>读取此工作簿耗时过长。{as_csv}</translation>
        </message>
        <message>
            <source>This workbook would unpack to more than this till accepts. {not_opened} Please save the sheet as CSV and bring that in.</source>
            <translation>此工作簿解压后超出本机可接受的大小。{not_opened}请将工作表存为 CSV 再导入。</translation>
        </message>
        <message>
            <source>Tie between clients</source>
            <translation>客户之间的关系</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>To remember</source>
            <translation>需要记住</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>已核实</translation>
        </message>
        <message>
            <source>What answers does not have head office's certificate. Nothing was sent. If head office was set up anew, this till must be enrolled anew.</source>
            <translation>回应方没有总部的证书。未发送任何内容。如果总部已重新设置，本机须重新加入。</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>结果如何</translation>
        </message>
        <message>
            <source>What came from head office would remove or empty much of this book. Nothing of it was done; a manager can look and go on.</source>
            <translation>来自总部的内容会移除或清空本客户簿的大部分。尚未执行；经理可查看后继续。</translation>
        </message>
        <message>
            <source>What she likes or avoids</source>
            <translation>她喜欢或避免什么</translation>
        </message>
        <message>
            <source>What they are to each other</source>
            <translation>彼此的关系</translation>
        </message>
        <message>
            <source>What this belonged to is no longer in the book. Nothing was brought back.</source>
            <translation>它所属的内容已不在客户簿中，未恢复任何内容。</translation>
        </message>
        <message>
            <source>What this changed is no longer in the book.</source>
            <translation>所改动的内容已不在客户簿中。</translation>
        </message>
        <message>
            <source>What this is about is no longer in the book.</source>
            <translation>所涉及的内容已不在客户簿中。</translation>
        </message>
        <message>
            <source>What this removed is already in the book again.</source>
            <translation>所移除的内容已重新回到客户簿中。</translation>
        </message>
        <message>
            <source>What this till knows of head office was changed by someone or something else. The book is whole and nothing is shared; join head office again with a new code.</source>
            <translation>本机保存的总部资料已被他人或其他程序更改。客户簿完好，未共享任何内容；请用新的代码重新加入总部。</translation>
        </message>
        <message>
            <source>Where we stand with her</source>
            <translation>与她的关系阶段</translation>
        </message>
        <message>
            <source>Whether it stays in the book</source>
            <translation>是否保留在客户簿中</translation>
        </message>
        <message>
            <source>Who answers there</source>
            <translation>由谁接听</translation>
        </message>
        <message>
            <source>Who reads it</source>
            <translation>谁可阅读</translation>
        </message>
        <message>
            <source>Who served</source>
            <translation>接待人</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>心愿</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Write the colour as # and six digits.</source>
            <translation>请将颜色写成 # 加六位数字。</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>a database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>a packed file</source>
            <translation>压缩文件</translation>
        </message>
        <message>
            <source>a picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>a quotation mark is opened and never closed</source>
            <translation>引号有开头没有结尾</translation>
        </message>
        <message>
            <source>a text document</source>
            <translation>文本文档</translation>
        </message>
        <message>
            <source>a web page</source>
            <translation>网页</translation>
        </message>
        <message>
            <source>an address card or a calendar</source>
            <translation>名片或日历</translation>
        </message>
        <message>
            <source>bring in the clients first, or let new clients be made</source>
            <translation>请先导入客户，或允许新建客户</translation>
        </message>
        <message>
            <source>check its accents and other letters, then bring it in again</source>
            <translation>请核对重音与其他字母，再重新导入</translation>
        </message>
        <message>
            <source>close the quotation mark, or write two of them where one is meant</source>
            <translation>请补上结尾引号；若原文就有引号，请连写两个</translation>
        </message>
        <message>
            <source>compare the two; she came in as a new client</source>
            <translation>请比较两者；已作为新客户导入</translation>
        </message>
        <message>
            <source>compare them; the purchase is kept under a new client</source>
            <translation>请比较这些客户；购买记在新客户名下</translation>
        </message>
        <message>
            <source>its file is gone</source>
            <translation>文件不见了</translation>
        </message>
        <message>
            <source>its file was changed</source>
            <translation>文件被改动过</translation>
        </message>
        <message>
            <source>its letters are in another encoding than the rest of the file</source>
            <translation>文字编码与文件其余部分不同</translation>
        </message>
        <message>
            <source>its manifest was changed</source>
            <translation>清单被改动过</translation>
        </message>
        <message>
            <source>its rows are not those of the book</source>
            <translation>行数与客户簿不符</translation>
        </message>
        <message>
            <source>keep one of the two lines, or give this client an id of her own</source>
            <translation>两行请保留一行，或为这位客户另给编号</translation>
        </message>
        <message>
            <source>may be the same as {names}</source>
            <translation>可能与 {names} 是同一人</translation>
        </message>
        <message>
            <source>may be the same as {names} and others</source>
            <translation>可能与 {names} 等是同一人</translation>
        </message>
        <message>
            <source>mend or clear this cell</source>
            <translation>请修正或清空此格</translation>
        </message>
        <message>
            <source>mend the number, or clear it to bring her in as a new client</source>
            <translation>请修正编号，或清空以作为新客户导入</translation>
        </message>
        <message>
            <source>mend this line</source>
            <translation>请修正此行</translation>
        </message>
        <message>
            <source>no place this program knows</source>
            <translation>本程序不认识的位置</translation>
        </message>
        <message>
            <source>nobody of the house has this name, or several have</source>
            <translation>没有同事用这个姓名，或有多位同名</translation>
        </message>
        <message>
            <source>nothing to do: all but its last four digits were left out</source>
            <translation>无需处理：只保留了末四位</translation>
        </message>
        <message>
            <source>nothing to do; enter her anew if she comes back</source>
            <translation>无需处理；客户再来时请重新添加</translation>
        </message>
        <message>
            <source>put the text that has a separator inside it between quotation marks</source>
            <translation>内含分隔符的文字请放在引号中</translation>
        </message>
        <message>
            <source>say which boutique is meant; until then its purchases are kept without one</source>
            <translation>请指定是哪家精品店；在此之前，购买记录不含精品店</translation>
        </message>
        <message>
            <source>shorten it</source>
            <translation>请缩短</translation>
        </message>
        <message>
            <source>shorten it to 4,000 characters</source>
            <translation>请缩短到 4000 个字符以内</translation>
        </message>
        <message>
            <source>there are {count} cells where the heading has {width}</source>
            <translation>此行有 {count} 格，列标题只有 {width} 格</translation>
        </message>
        <message>
            <source>there is no amount</source>
            <translation>没有金额</translation>
        </message>
        <message>
            <source>there is no date</source>
            <translation>没有日期</translation>
        </message>
        <message>
            <source>there is no name on this line</source>
            <translation>此行没有姓名</translation>
        </message>
        <message>
            <source>there is no number in this</source>
            <translation>其中没有号码</translation>
        </message>
        <message>
            <source>there is no such day</source>
            <translation>没有这一天</translation>
        </message>
        <message>
            <source>there is no such time of day</source>
            <translation>没有这个时刻</translation>
        </message>
        <message>
            <source>this address is shared by {names}, and the name tells none of them</source>
            <translation>{names} 共用此地址，凭姓名无法区分</translation>
        </message>
        <message>
            <source>this amount is too large</source>
            <translation>金额过大</translation>
        </message>
        <message>
            <source>this boutique is not in the book</source>
            <translation>客户簿中没有这家精品店</translation>
        </message>
        <message>
            <source>this can be read day first or month first</source>
            <translation>日在前或月在前都读得通</translation>
        </message>
        <message>
            <source>this cannot be an e-mail address</source>
            <translation>不是有效的电子邮箱</translation>
        </message>
        <message>
            <source>this cell has {count:,} characters; {limit:,} is the most</source>
            <translation>此格有 {count:,} 个字符，最多 {limit:,} 个</translation>
        </message>
        <message>
            <source>this client is not in the book</source>
            <translation>客户簿中没有这位客户</translation>
        </message>
        <message>
            <source>this client was removed from the book since, and stays out</source>
            <translation>这位客户已从客户簿中移除，不再导入</translation>
        </message>
        <message>
            <source>this has more decimals than {currency} has</source>
            <translation>小数位数超出 {currency} 的位数</translation>
        </message>
        <message>
            <source>this has {count:,} characters; {limit:,} fit</source>
            <translation>有 {count:,} 个字符，最多 {limit:,} 个</translation>
        </message>
        <message>
            <source>this has {count:,} characters; {text_limit} fit</source>
            <translation>有 {count:,} 个字符，最多 {text_limit} 个</translation>
        </message>
        <message>
            <source>this held a payment card number; the book never keeps one</source>
            <translation>其中有支付卡号；客户簿从不保存卡号</translation>
        </message>
        <message>
            <source>this id stands on line {line} already</source>
            <translation>此编号在第 {line} 行已出现</translation>
        </message>
        <message>
            <source>this is in {found}, the line in {currency}</source>
            <translation>此处币种为 {found}，该行为 {currency}</translation>
        </message>
        <message>
            <source>this is neither yes nor no</source>
            <translation>既不是“是”也不是“否”</translation>
        </message>
        <message>
            <source>this is not a date</source>
            <translation>不是日期</translation>
        </message>
        <message>
            <source>this is not a date with a time</source>
            <translation>不是带时间的日期</translation>
        </message>
        <message>
            <source>this is not a day of a year</source>
            <translation>不是一年中的某一天</translation>
        </message>
        <message>
            <source>this is not a number</source>
            <translation>不是数字</translation>
        </message>
        <message>
            <source>this is not a whole number</source>
            <translation>不是整数</translation>
        </message>
        <message>
            <source>this is not an amount of {currency}</source>
            <translation>不是 {currency} 金额</translation>
        </message>
        <message>
            <source>this is not the code of a currency</source>
            <translation>不是币种代码</translation>
        </message>
        <message>
            <source>this is the number of another client in the book</source>
            <translation>这是客户簿中另一位客户的编号</translation>
        </message>
        <message>
            <source>write a name, in any script</source>
            <translation>请填写姓名，任何文字均可</translation>
        </message>
        <message>
            <source>write a whole number, negative for a return</source>
            <translation>请填写整数，退货用负数</translation>
        </message>
        <message>
            <source>write it as year-month-day, such as 2024-05-31</source>
            <translation>请写成年-月-日，例如 2024-05-31</translation>
        </message>
        <message>
            <source>write only the amount, such as 1250.00</source>
            <translation>请只写金额，例如 1250.00</translation>
        </message>
        <message>
            <source>write the address as name@example.com, or clear the cell</source>
            <translation>请写成 name@example.com 的样子，或清空此格</translation>
        </message>
        <message>
            <source>write the currency's three letters, such as EUR</source>
            <translation>请写三个字母的币种代码，例如 EUR</translation>
        </message>
        <message>
            <source>write the time as 14:30, or clear the cell</source>
            <translation>请写成 14:30 的样子，或清空此格</translation>
        </message>
        <message>
            <source>write the whole name; until then the sale is kept without this associate</source>
            <translation>请填写全名；在此之前，此次销售不含这位同事</translation>
        </message>
        <message>
            <source>{accent} is too close to {sel}, the colour of a chosen row, to be read there. The accent in use stays; choose one that stands out more.</source>
            <translation>{accent} 与所选行的底色 {sel} 太接近，难以辨认。现用的点缀色保持不变；请选择更醒目的颜色。</translation>
        </message>
        <message>
            <source>{colour} is too close to the colour of a chosen row to be read on it. The accent in use stays.</source>
            <translation>{colour} 与所选行的底色太接近，难以辨认。现用的点缀色保持不变。</translation>
        </message>
        <message>
            <source>{found} {offer}</source>
            <translation>{found}{offer}</translation>
        </message>
        <message>
            <source>{label}: please choose one of the list.</source>
            <translation>{label}：请从列表中选择。</translation>
        </message>
        <message>
            <source>{label}: this value does not fit here.</source>
            <translation>{label}：此值不适用。</translation>
        </message>
        <message>
            <source>{label}: {least} at least.</source>
            <translation>{label}：至少为 {least}。</translation>
        </message>
        <message>
            <source>{label}: {most} at most.</source>
            <translation>{label}：最多为 {most}。</translation>
        </message>
        <message>
            <source>{name} cannot be opened. Nothing was brought in. If it is open in another program, close it there and try again.</source>
            <translation>{name} 无法打开，没有导入任何内容。如果文件正在其他程序中打开，请先关闭再试。</translation>
        </message>
        <message>
            <source>{name} could not be read to its end. Try again, or copy it to this computer first.</source>
            <translation>{name} 未能读到末尾。请再试一次，或先复制到这台电脑。</translation>
        </message>
        <message>
            <source>{name} could not be written ({reason}).</source>
            <translation>{name} 无法写入（{reason}）。</translation>
        </message>
        <message>
            <source>{name} could not be written. Nothing in the book changed; please choose another place with room on it.</source>
            <translation>{name} 无法写入。客户簿内容均未改动；请另选有足够空间的位置。</translation>
        </message>
        <message>
            <source>{name} has its key already; a new one would lock it for ever.</source>
            <translation>{name} 已有密钥；换新密钥会使它永远无法打开。</translation>
        </message>
        <message>
            <source>{name} is a folder. Please choose a file inside it.</source>
            <translation>{name} 是文件夹，请选择其中的文件。</translation>
        </message>
        <message>
            <source>{name} is already open in another window of clienteling.</source>
            <translation>{name} 已在另一个窗口中打开。</translation>
        </message>
        <message>
            <source>“{text}” cannot be an e-mail address. {why}</source>
            <translation>“{text}”不是有效的电子邮箱，请核对后重写。</translation>
        </message>
        <message>
            <source>“{text}” does not say which currency it is in.</source>
            <translation>“{text}”没有写明币种。</translation>
        </message>
        <message>
            <source>“{text}” is not a size.</source>
            <translation>“{text}”不是尺码。</translation>
        </message>
        <message>
            <source>“{text}” is not an amount of {code}. Please write it as in {example}.</source>
            <translation>“{text}”不是 {code} 金额，请写成 {example} 的样子。</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>100 %</source>
            <translation>100%</translation>
        </message>
        <message>
            <source>115 %</source>
            <translation>115%</translation>
        </message>
        <message>
            <source>130 %</source>
            <translation>130%</translation>
        </message>
        <message>
            <source>90 %</source>
            <translation>90%</translation>
        </message>
        <message>
            <source>A new boutique</source>
            <translation>新精品店</translation>
        </message>
        <message>
            <source>A new circle</source>
            <translation>新等级</translation>
        </message>
        <message>
            <source>A new person</source>
            <translation>新同事</translation>
        </message>
        <message>
            <source>Accent colour, dark theme</source>
            <translation>点缀色（深色主题）</translation>
        </message>
        <message>
            <source>Accent colour, light theme</source>
            <translation>点缀色（浅色主题）</translation>
        </message>
        <message>
            <source>Add a boutique</source>
            <translation>添加精品店</translation>
        </message>
        <message>
            <source>Add a circle</source>
            <translation>添加等级</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加同事</translation>
        </message>
        <message>
            <source>Amounts and private notes are hidden from the start; F9 shows them.</source>
            <translation>金额与私人备注一开始就隐藏；按 F9 显示。</translation>
        </message>
        <message>
            <source>Area manager</source>
            <translation>区域经理</translation>
        </message>
        <message>
            <source>As six digits after #; it marks a circle, the nearest date, a match.</source>
            <translation># 后接六位数字；用于标示等级、最近的日子与搜索匹配。</translation>
        </message>
        <message>
            <source>As the computer</source>
            <translation>跟随电脑</translation>
        </message>
        <message>
            <source>At this till</source>
            <translation>本机使用者</translation>
        </message>
        <message>
            <source>Before a file was brought in</source>
            <translation>导入文件之前</translation>
        </message>
        <message>
            <source>Before the program was renewed</source>
            <translation>程序升级之前</translation>
        </message>
        <message>
            <source>Boutique</source>
            <translation>精品店</translation>
        </message>
        <message>
            <source>Boutique manager</source>
            <translation>店长</translation>
        </message>
        <message>
            <source>Boutiques</source>
            <translation>精品店</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Change {name}</source>
            <translation>修改 {name}</translation>
        </message>
        <message>
            <source>Circles</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Client advisor</source>
            <translation>客户顾问</translation>
        </message>
        <message>
            <source>Close, then back</source>
            <translation>关闭，再返回</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Discreet view</source>
            <translation>隐私视图</translation>
        </message>
        <message>
            <source>Do again</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>全局</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Find a client</source>
            <translation>查找客户</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>查找一切</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>House administrator</source>
            <translation>品牌管理员</translation>
        </message>
        <message>
            <source>How often each key was used</source>
            <translation>各按键的使用次数</translation>
        </message>
        <message>
            <source>Keep the boutique</source>
            <translation>保存精品店</translation>
        </message>
        <message>
            <source>Keep the circle</source>
            <translation>保存等级</translation>
        </message>
        <message>
            <source>Keep the person</source>
            <translation>保存同事</translation>
        </message>
        <message>
            <source>Keys of this page</source>
            <translation>本页快捷键</translation>
        </message>
        <message>
            <source>Keys with Ctrl or Alt always act.</source>
            <translation>带 Ctrl 或 Alt 的快捷键始终有效。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>不保存</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Made by hand</source>
            <translation>手动备份</translation>
        </message>
        <message>
            <source>Made by itself</source>
            <translation>自动备份</translation>
        </message>
        <message>
            <source>Marked in bronze</source>
            <translation>以古铜色标示</translation>
        </message>
        <message>
            <source>Name of the boutique</source>
            <translation>精品店名称</translation>
        </message>
        <message>
            <source>Name of the house</source>
            <translation>品牌名称</translation>
        </message>
        <message>
            <source>Name of this till</source>
            <translation>本机名称</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Next part of the page</source>
            <translation>页面的下一部分</translation>
        </message>
        <message>
            <source>People</source>
            <translation>同事</translation>
        </message>
        <message>
            <source>Personal shopper</source>
            <translation>私人购物顾问</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <translation>减少动态效果</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Sheets and toasts appear at once.</source>
            <translation>面板与提示直接出现。</translation>
        </message>
        <message>
            <source>Single letters act as shortcuts</source>
            <translation>单个字母作快捷键</translation>
        </message>
        <message>
            <source>Tailor</source>
            <translation>裁缝师</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>The house's word</source>
            <translation>自定名称</translation>
        </message>
        <message>
            <source>The small pictures of keys are left out.</source>
            <translation>不显示按键小图标。</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>This screen faces clients</source>
            <translation>屏幕面向客户</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>Touch only, without a keyboard</source>
            <translation>仅触控，无键盘</translation>
        </message>
        <message>
            <source>Trade representative</source>
            <translation>贸易代表</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What is written is written in this name.</source>
            <translation>书写的内容以此名义记录。</translation>
        </message>
        <message>
            <source>What waits to be shared</source>
            <translation>等待共享的内容</translation>
        </message>
        <message>
            <source>Works in this house</source>
            <translation>在职</translation>
        </message>
        <message>
            <source>简体中文</source>
            <translation>简体中文</translation>
        </message>
    </context>
    <context>
        <name>SettingsScreen</name>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Bring files in</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Data and backup</source>
            <translation>数据与备份</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>House</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Make a backup now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>个人</translation>
        </message>
        <message>
            <source>Pages of Settings</source>
            <translation>设置页面</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>This till</source>
            <translation>本机</translation>
        </message>
    </context>
    <context>
        <name>Sharing</name>
        <message numerus="yes">
            <source>%n change(s) go next</source>
            <translation>
                <numerusform>%n 项更改即将共享</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) set aside</source>
            <translation>
                <numerusform>%n 项更改已另存</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) wait here</source>
            <translation>
                <numerusform>%n 项更改在此等待</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n 分钟</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n 秒</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to compare</source>
            <translation>
                <numerusform>%n 项待对比</numerusform>
            </translation>
        </message>
        <message>
            <source>Compare the number</source>
            <translation>请核对数字</translation>
        </message>
        <message>
            <source>Head office does not answer. It is tried again by itself.</source>
            <translation>总部未回应，会自动再次尝试。</translation>
        </message>
        <message>
            <source>In step at {time}</source>
            <translation>{time} 已同步</translation>
        </message>
        <message>
            <source>In step with head office: {moment}.</source>
            <translation>与总部同步：{moment}。</translation>
        </message>
        <message>
            <source>Looking for news</source>
            <translation>正在查看更新</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>Not shared yet</source>
            <translation>尚未共享</translation>
        </message>
        <message>
            <source>Not shared yet.</source>
            <translation>尚未共享。</translation>
        </message>
        <message>
            <source>Nothing waits here</source>
            <translation>没有等待的内容</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>离线</translation>
        </message>
        <message numerus="yes">
            <source>Offline, %n wait here</source>
            <translation>
                <numerusform>离线，%n 项等待</numerusform>
            </translation>
        </message>
        <message>
            <source>On this till</source>
            <translation>在本机</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Sharing</source>
            <translation>正在共享</translation>
        </message>
        <message>
            <source>Sharing has stopped</source>
            <translation>共享已停止</translation>
        </message>
        <message>
            <source>Sharing with head office now.</source>
            <translation>正在与总部共享。</translation>
        </message>
        <message>
            <source>The same as head office</source>
            <translation>与总部一致</translation>
        </message>
        <message>
            <source>This till keeps its book for itself.</source>
            <translation>本机的客户簿独立保存。</translation>
        </message>
        <message>
            <source>Two versions differ</source>
            <translation>两个版本不同</translation>
        </message>
        <message>
            <source>{amount} ahead of head office</source>
            <translation>比总部快 {amount}</translation>
        </message>
        <message>
            <source>{amount} behind head office</source>
            <translation>比总部慢 {amount}</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} / {total}</translation>
        </message>
        <message>
            <source>{done} so far</source>
            <translation>已完成 {done}</translation>
        </message>
    </context>
    <context>
        <name>ShelfModel</name>
        <message>
            <source>Lookbook copied</source>
            <translation>画册已复制</translation>
        </message>
        <message>
            <source>Lookbook taken off the shelf</source>
            <translation>画册已从书架取下</translation>
        </message>
        <message>
            <source>{title}, copy</source>
            <translation>{title}（副本）</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>A word from you</source>
            <translation>寄语</translation>
        </message>
        <message>
            <source>Care and origin</source>
            <translation>养护与产地</translation>
        </message>
        <message>
            <source>Code for the boutique</source>
            <translation>精品店识别码</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>版式</translation>
        </message>
        <message>
            <source>On the page</source>
            <translation>页面内容</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Reaction boxes</source>
            <translation>回应选框</translation>
        </message>
        <message>
            <source>Set aside in size</source>
            <translation>已按尺码预留</translation>
        </message>
        <message>
            <source>Words of this page</source>
            <translation>本页文字</translation>
        </message>
        <message>
            <source>Write as you would speak.</source>
            <translation>像说话一样写。</translation>
        </message>
        <message>
            <source>Written in</source>
            <translation>书写语言</translation>
        </message>
        <message>
            <source>never by default</source>
            <translation>默认不显示</translation>
        </message>
    </context>
    <context>
        <name>Sizes</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message numerus="yes">
            <source>All %n size(s)</source>
            <translation>
                <numerusform>全部 %n 项尺码</numerusform>
            </translation>
        </message>
        <message>
            <source>Belt</source>
            <translation>腰带</translation>
        </message>
        <message>
            <source>Bra</source>
            <translation>文胸</translation>
        </message>
        <message>
            <source>Bracelet</source>
            <translation>手镯</translation>
        </message>
        <message>
            <source>Coat</source>
            <translation>大衣</translation>
        </message>
        <message>
            <source>Collar</source>
            <translation>领围</translation>
        </message>
        <message>
            <source>Dress</source>
            <translation>连衣裙</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Glove</source>
            <translation>手套</translation>
        </message>
        <message>
            <source>Hat</source>
            <translation>帽子</translation>
        </message>
        <message>
            <source>Jacket</source>
            <translation>外套</translation>
        </message>
        <message>
            <source>Jeans</source>
            <translation>牛仔裤</translation>
        </message>
        <message>
            <source>Knit</source>
            <translation>针织</translation>
        </message>
        <message>
            <source>No sizes noted</source>
            <translation>尚无尺码</translation>
        </message>
        <message>
            <source>Noted {day}</source>
            <translation>{day}记录</translation>
        </message>
        <message>
            <source>Noted {day} by {name}</source>
            <translation>{day}由 {name} 记录</translation>
        </message>
        <message>
            <source>Ring</source>
            <translation>戒指</translation>
        </message>
        <message>
            <source>Shirt</source>
            <translation>衬衫</translation>
        </message>
        <message>
            <source>Shoe</source>
            <translation>鞋</translation>
        </message>
        <message>
            <source>Sizes</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>Skirt</source>
            <translation>半裙</translation>
        </message>
        <message>
            <source>Trousers</source>
            <translation>裤装</translation>
        </message>
        <message>
            <source>Underwear</source>
            <translation>内衣</translation>
        </message>
    </context>
    <context>
        <name>SizesSheet</name>
        <message>
            <source>Approximately, in other systems</source>
            <translation>其他尺码体系（约）</translation>
        </message>
        <message>
            <source>Chart: {chart}. Source: {source}. Makers differ; the size said counts.</source>
            <translation>对照表：{chart}。来源：{source}。各品牌略有不同，以客户所说的尺码为准。</translation>
        </message>
        <message>
            <source>Counted as</source>
            <translation>归类为</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用于</translation>
        </message>
        <message>
            <source>How it sits</source>
            <translation>合身感</translation>
        </message>
        <message>
            <source>Men’s sizes</source>
            <translation>男装尺码</translation>
        </message>
        <message>
            <source>No chart converts this size.</source>
            <translation>没有可换算此尺码的对照表。</translation>
        </message>
        <message>
            <source>One more size</source>
            <translation>再加一个尺码</translation>
        </message>
        <message>
            <source>Only at this house</source>
            <translation>仅限此品牌</translation>
        </message>
        <message>
            <source>Size as it was said</source>
            <translation>客户所说的尺码</translation>
        </message>
        <message>
            <source>Size kept</source>
            <translation>尺码已保存</translation>
        </message>
        <message>
            <source>Size taken away</source>
            <translation>尺码已移除</translation>
        </message>
        <message>
            <source>Sizes</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>Women’s sizes</source>
            <translation>女装尺码</translation>
        </message>
        <message>
            <source>Write the size with its system, like 40 IT or 37½ EU.</source>
            <translation>请连同尺码体系填写，例如 40 IT 或 37½ EU。</translation>
        </message>
        <message>
            <source>narrow foot</source>
            <translation>脚型偏窄</translation>
        </message>
    </context>
    <context>
        <name>Skeleton</name>
        <message>
            <source>On its way</source>
            <translation>即将显示</translation>
        </message>
    </context>
    <context>
        <name>SoldRow</name>
        <message>
            <source>A gift, or for somebody else</source>
            <translation>礼物，或为他人购买</translation>
        </message>
        <message>
            <source>A silk scarf, from the window</source>
            <translation>橱窗里的真丝方巾</translation>
        </message>
        <message>
            <source>Bought on {day}</source>
            <translation>{day}购买</translation>
        </message>
        <message>
            <source>For the client</source>
            <translation>客户自用</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Not among the purchases in this book</source>
            <translation>不在本簿的购买记录中</translation>
        </message>
        <message>
            <source>One size</source>
            <translation>均码</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>Take this piece off</source>
            <translation>移除这件作品</translation>
        </message>
        <message>
            <source>What was it</source>
            <translation>是什么作品</translation>
        </message>
        <message>
            <source>Who wears it</source>
            <translation>穿着者</translation>
        </message>
        <message>
            <source>Write the price.</source>
            <translation>请填写价格。</translation>
        </message>
        <message>
            <source>Write what it was.</source>
            <translation>请写下是什么作品。</translation>
        </message>
        <message>
            <source>gift for Ginevra, wrapped in ivory</source>
            <translation>赠予 Ginevra，象牙色包装</translation>
        </message>
    </context>
    <context>
        <name>StoreSheet</name>
        <message>
            <source>Boutique added</source>
            <translation>精品店已添加</translation>
        </message>
        <message>
            <source>Boutique changed</source>
            <translation>精品店已修改</translation>
        </message>
    </context>
    <context>
        <name>StoresPanel</name>
        <message>
            <source>None of them</source>
            <translation>都不是</translation>
        </message>
        <message>
            <source>Which boutique is {name}</source>
            <translation>{name} 是哪家精品店</translation>
        </message>
        <message>
            <source>“{name}” is no boutique of the book. Which is meant?</source>
            <translation>“{name}”不是客户簿中的精品店。指的是哪一家？</translation>
        </message>
    </context>
    <context>
        <name>Story</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>更早</translation>
        </message>
        <message>
            <source>No notes yet.</source>
            <translation>还没有备注。</translation>
        </message>
        <message>
            <source>No pieces yet.</source>
            <translation>还没有作品。</translation>
        </message>
        <message>
            <source>No visits or calls yet.</source>
            <translation>还没有到店或通话。</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing noted yet. A note is one line, then Enter.</source>
            <translation>还没有记录。写一行备注，按回车即可。</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>作品</translation>
        </message>
        <message>
            <source>Story</source>
            <translation>往来纪事</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>到店</translation>
        </message>
        <message>
            <source>What the story shows</source>
            <translation>往来纪事的内容</translation>
        </message>
    </context>
    <context>
        <name>TablesPanel</name>
        <message>
            <source>First rows as they will be</source>
            <translation>导入后的前几行</translation>
        </message>
        <message>
            <source>Lines to mend</source>
            <translation>待修正的行</translation>
        </message>
        <message>
            <source>Lines to mend, {count}</source>
            <translation>待修正的行，{count}</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>还没有内容</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>What the columns hold</source>
            <translation>各列的内容</translation>
        </message>
    </context>
    <context>
        <name>ToCompare</name>
        <message numerus="yes">
            <source>%n detail(s)</source>
            <translation>
                <numerusform>%n 项内容</numerusform>
            </translation>
        </message>
        <message>
            <source>To compare</source>
            <translation>待对比</translation>
        </message>
        <message>
            <source>both, for words</source>
            <translation>文字两者皆留</translation>
        </message>
        <message>
            <source>next detail</source>
            <translation>下一项</translation>
        </message>
        <message>
            <source>the left side</source>
            <translation>左侧</translation>
        </message>
        <message>
            <source>the right side</source>
            <translation>右侧</translation>
        </message>
        <message>
            <source>write it anew</source>
            <translation>重新填写</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Top</name>
        <message>
            <source>Keep these</source>
            <translation>保留所选</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Two versions of one card</source>
            <translation>同一张客户卡的两个版本</translation>
        </message>
        <message>
            <source>Two versions of one thing</source>
            <translation>同一内容的两个版本</translation>
        </message>
        <message>
            <source>What waits</source>
            <translation>等待共享</translation>
        </message>
        <message>
            <source>{place} of {count} to compare</source>
            <translation>第 {place} 组，共 {count} 组待对比</translation>
        </message>
    </context>
    <context>
        <name>TroubleWindow</name>
        <message numerus="yes">
            <source>%n picture(s) could not be found.</source>
            <translation>
                <numerusform>%n 张图片未能找到。</numerusform>
            </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Open the book</source>
            <translation>打开客户簿</translation>
        </message>
        <message>
            <source>Restore the newest good backup</source>
            <translation>恢复最新的完好备份</translation>
        </message>
        <message>
            <source>The backup is being restored; a large book takes a minute.</source>
            <translation>正在恢复备份；较大的客户簿需要一分钟。</translation>
        </message>
        <message>
            <source>The backup is restored</source>
            <translation>备份已恢复</translation>
        </message>
        <message>
            <source>The backup was not restored</source>
            <translation>备份未能恢复</translation>
        </message>
        <message>
            <source>The book cannot be opened</source>
            <translation>客户簿无法打开</translation>
        </message>
        <message>
            <source>The book is as it was when that backup was made.</source>
            <translation>客户簿已回到备份时的样子。</translation>
        </message>
        <message>
            <source>The book is damaged</source>
            <translation>客户簿已损坏</translation>
        </message>
        <message>
            <source>The damaged file is kept as {file}.</source>
            <translation>损坏的文件已另存为 {file}。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>Waits</name>
        <message numerus="yes">
            <source>%n detail(s)</source>
            <translation>
                <numerusform>%n 项内容</numerusform>
            </translation>
        </message>
        <message>
            <source>Card</source>
            <translation>客户卡</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Compare {name}</source>
            <translation>对比：{name}</translation>
        </message>
        <message>
            <source>Kept aside</source>
            <translation>暂存</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>未接受</translation>
        </message>
        <message>
            <source>Open the card of {name}</source>
            <translation>打开 {name} 的客户卡</translation>
        </message>
        <message>
            <source>Stands: {kept} · also written: {other}</source>
            <translation>现为：{kept} · 另写：{other}</translation>
        </message>
        <message>
            <source>Take back: {what}</source>
            <translation>撤销：{what}</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>空白</translation>
        </message>
        <message>
            <source>{count} × {kind}</source>
            <translation>{kind} × {count}</translation>
        </message>
        <message>
            <source>{who}, {moment}</source>
            <translation>{who}，{moment}</translation>
        </message>
    </context>
    <context>
        <name>WaitsScreen</name>
        <message>
            <source>Compare two versions</source>
            <translation>对比两个版本</translation>
        </message>
        <message>
            <source>Each can be taken back for 30 days.</source>
            <translation>30 天内均可撤销。</translation>
        </message>
        <message>
            <source>Fitted together</source>
            <translation>自动合并</translation>
        </message>
        <message>
            <source>Nothing waits</source>
            <translation>没有等待的内容</translation>
        </message>
        <message>
            <source>Open Settings, Head office</source>
            <translation>打开“设置”中的总部</translation>
        </message>
        <message>
            <source>Saved on this till first, shared when head office answers.</source>
            <translation>先保存在本机，总部回应时共享。</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>另存</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已选定</translation>
        </message>
        <message>
            <source>Share now</source>
            <translation>立即共享</translation>
        </message>
        <message>
            <source>Show all {count}</source>
            <translation>显示全部 {count} 项</translation>
        </message>
        <message>
            <source>These were fitted together by themselves; nothing has to be done.</source>
            <translation>这些更改已自动合并，无需处理。</translation>
        </message>
        <message>
            <source>This till keeps its book for itself.</source>
            <translation>本机的客户簿独立保存。</translation>
        </message>
        <message>
            <source>To compare</source>
            <translation>待对比</translation>
        </message>
        <message>
            <source>Waiting here</source>
            <translation>在此等待</translation>
        </message>
        <message>
            <source>What is written here is at head office, and nothing is to compare.</source>
            <translation>在此写下的内容均已送达总部，没有需要对比的内容。</translation>
        </message>
        <message>
            <source>What waits</source>
            <translation>等待共享</translation>
        </message>
    </context>
    <context>
        <name>WelcomeModel</name>
        <message>
            <source>House founded</source>
            <translation>品牌已建立</translation>
        </message>
    </context>
    <context>
        <name>WelcomeSheet</name>
        <message>
            <source>A new client book</source>
            <translation>新客户簿</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Begin, and bring files in</source>
            <translation>开始并导入文件</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Name of the house</source>
            <translation>品牌名称</translation>
        </message>
        <message>
            <source>Name of this boutique</source>
            <translation>本店名称</translation>
        </message>
        <message>
            <source>This book is new. A few words on the house, and the first client can be written down. All of it can be changed later under Settings.</source>
            <translation>这是一本新客户簿。先写几句品牌信息，就可以记录第一位客户。之后都可在“设置”中修改。</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>Your family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Your given name</source>
            <translation>名</translation>
        </message>
    </context>
    <context>
        <name>Wish</name>
        <message>
            <source>Here</source>
            <translation>本店有货</translation>
        </message>
        <message>
            <source>Not in store</source>
            <translation>店内无货</translation>
        </message>
        <message>
            <source>in words</source>
            <translation>文字心愿</translation>
        </message>
        <message>
            <source>{size} here</source>
            <translation>{size} 本店</translation>
        </message>
    </context>
    <context>
        <name>WishSheet</name>
        <message>
            <source>By</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Find a piece by name, number or scan</source>
            <translation>按名称、编号或扫码查找作品</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用于</translation>
        </message>
        <message>
            <source>No wishes noted</source>
            <translation>尚无心愿</translation>
        </message>
        <message>
            <source>One more wish</source>
            <translation>再加一个心愿</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>The piece, or words</source>
            <translation>作品，或文字描述</translation>
        </message>
        <message>
            <source>Wish changed</source>
            <translation>心愿已修改</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>心愿单</translation>
        </message>
        <message>
            <source>Wish noted</source>
            <translation>心愿已记录</translation>
        </message>
        <message>
            <source>Wish taken off</source>
            <translation>心愿已移除</translation>
        </message>
        <message>
            <source>a hat for Ascot</source>
            <translation>阿斯科特赛马会的礼帽</translation>
        </message>
    </context>
    <context>
        <name>Wishes</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>No wishes noted</source>
            <translation>尚无心愿</translation>
        </message>
        <message>
            <source>See all</source>
            <translation>查看全部</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>心愿单</translation>
        </message>
    </context>
    <context>
        <name>WishesPage</name>
        <message>
            <source>A wish is a piece, or words where the house has none yet.</source>
            <translation>心愿可以是作品；品牌尚无此作品时，也可以是文字。</translation>
        </message>
        <message>
            <source>Add a wish</source>
            <translation>添加心愿</translation>
        </message>
        <message>
            <source>No wishes noted</source>
            <translation>尚无心愿</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>心愿单</translation>
        </message>
        <message>
            <source>Wish taken off</source>
            <translation>心愿已移除</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source> </source>
            <comment>between two sentences</comment>
            <translation>​</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the things of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>in {count} days</source>
            <translation>还有 {count} 天</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>{count} days ago</source>
            <translation>{count} 天前</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day} {time}</translation>
        </message>
    </context>
    <context>
        <name>Working</name>
        <message>
            <source>One thing at a time: the other is still being made.</source>
            <translation>一次只做一件：另一项仍在制作中。</translation>
        </message>
        <message>
            <source>Stopped. The lookbook is kept.</source>
            <translation>已停止。画册已保存。</translation>
        </message>
    </context>
    <context>
        <name>Worn</name>
        <message>
            <source>Belt</source>
            <translation>腰带</translation>
        </message>
        <message>
            <source>Bra</source>
            <translation>文胸</translation>
        </message>
        <message>
            <source>Bracelet</source>
            <translation>手镯</translation>
        </message>
        <message>
            <source>Coat</source>
            <translation>大衣</translation>
        </message>
        <message>
            <source>Collar</source>
            <translation>领围</translation>
        </message>
        <message>
            <source>Dress</source>
            <translation>连衣裙</translation>
        </message>
        <message>
            <source>Glove</source>
            <translation>手套</translation>
        </message>
        <message>
            <source>Hat</source>
            <translation>帽子</translation>
        </message>
        <message>
            <source>Jacket</source>
            <translation>外套</translation>
        </message>
        <message>
            <source>Jeans</source>
            <translation>牛仔裤</translation>
        </message>
        <message>
            <source>Knit</source>
            <translation>针织</translation>
        </message>
        <message>
            <source>Ring</source>
            <translation>戒指</translation>
        </message>
        <message>
            <source>Shirt</source>
            <translation>衬衫</translation>
        </message>
        <message>
            <source>Shoe</source>
            <translation>鞋</translation>
        </message>
        <message>
            <source>Skirt</source>
            <translation>半裙</translation>
        </message>
        <message>
            <source>Trousers</source>
            <translation>裤装</translation>
        </message>
        <message>
            <source>Underwear</source>
            <translation>内衣</translation>
        </message>
    </context>
    <context>
        <name>WritingField</name>
        <message>
            <source>Log a call</source>
            <translation>记录通话</translation>
        </message>
        <message>
            <source>Log a piece</source>
            <translation>记录作品</translation>
        </message>
        <message>
            <source>Log a visit</source>
            <translation>记录到店</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>写一条备注</translation>
        </message>
        <message>
            <source>Write a note…</source>
            <translation>写一条备注…</translation>
        </message>
    </context>
    <context>
        <name>_Find</name>
        <message>
            <source>Find a client</source>
            <translation>查找客户</translation>
        </message>
    </context>
    <context>
        <name>_Page</name>
        <message>
            <source>Card</source>
            <translation>客户卡</translation>
        </message>
    </context>
    <context>
        <name>_Row</name>
        <message>
            <source>in the care of {name}</source>
            <translation>由 {name} 接待</translation>
        </message>
        <message>
            <source>same e-mail</source>
            <translation>邮箱相同</translation>
        </message>
        <message>
            <source>same name</source>
            <translation>姓名相同</translation>
        </message>
        <message>
            <source>same number</source>
            <translation>号码相同</translation>
        </message>
        <message>
            <source>similar e-mail</source>
            <translation>邮箱相近</translation>
        </message>
        <message>
            <source>similar name</source>
            <translation>姓名相近</translation>
        </message>
    </context>
    <context>
        <name>_Who</name>
        <message>
            <source>Boutique manager</source>
            <translation>店长</translation>
        </message>
        <message>
            <source>Client advisor</source>
            <translation>客户顾问</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>尚未选择</translation>
        </message>
        <message>
            <source>Personal shopper</source>
            <translation>私人购物顾问</translation>
        </message>
        <message>
            <source>Tailor</source>
            <translation>裁缝师</translation>
        </message>
    </context>
    <context>
        <name>_WishTile</name>
        <message>
            <source>Edit the wish</source>
            <translation>编辑心愿</translation>
        </message>
        <message>
            <source>Take it off the list</source>
            <translation>移出心愿单</translation>
        </message>
        <message>
            <source>noted {day}</source>
            <translation>{day}记录</translation>
        </message>
    </context>
</TS>
