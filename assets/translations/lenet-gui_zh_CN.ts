<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About lenet-gui</source>
        <translation>关于 lenet-gui</translation>
    </message>
    <message>
        <source>Draw a digit, and LeNet-5 reads it: the network of LeCun, Bottou, Bengio and Haffner (1998), {0} parameters, every one of them in this program.</source>
        <translation>写一个数字，LeNet-5 就来识别：这是 LeCun、Bottou、Bengio 和 Haffner 于 1998 年提出的网络，{0} 个参数全在本程序中。</translation>
    </message>
    <message>
        <source>Versions, weights and licences</source>
        <translation>版本、权重与许可证</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>无网络模型</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>所用组件</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>lenet-gui: MIT. Qt and PySide6: LGPL 3, used as shared libraries.</source>
        <translation>lenet-gui：MIT。Qt 与 PySide6：LGPL 3，作为共享库使用。</translation>
    </message>
    <message>
        <source>Their texts came with the packages that Python installed.</source>
        <translation>许可证文本随 Python 安装的软件包提供。</translation>
    </message>
    <message>
        <source>All their texts</source>
        <translation>全部许可证文本</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open &amp;weights…</source>
        <translation>打开权重(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Built-in</source>
        <translation>自带(&amp;B)</translation>
    </message>
    <message>
        <source>Read w&amp;ith</source>
        <translation>识别所用权重(&amp;I)</translation>
    </message>
    <message>
        <source>Open &amp;data set…</source>
        <translation>打开数据集(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Corrections…</source>
        <translation>更正(&amp;C)…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Pa&amp;ste</source>
        <translation>粘贴(&amp;V)</translation>
    </message>
    <message>
        <source>C&amp;opy maps</source>
        <translation>复制特征图(&amp;O)</translation>
    </message>
    <message>
        <source>Pin &amp;for comparison</source>
        <translation>固定以便比较(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>回放(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Undo the last &amp;correction</source>
        <translation>撤销上一次更正(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;It was</source>
        <translation>其实是(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>画笔(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel or close</source>
        <translation>取消或关闭</translation>
    </message>
    <message>
        <source>C&amp;hoose part…</source>
        <translation>选择部分(&amp;H)…</translation>
    </message>
    <message>
        <source>Another &amp;number…</source>
        <translation>另一个数(&amp;N)…</translation>
    </message>
    <message>
        <source>Wide pa&amp;ge</source>
        <translation>宽页面(&amp;G)</translation>
    </message>
    <message>
        <source>Ne&amp;xt digit</source>
        <translation>下一个数字(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious digit</source>
        <translation>上一个数字(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Move and rotate</source>
        <translation>移动与旋转(&amp;M)</translation>
    </message>
    <message>
        <source>Draw with the &amp;keyboard</source>
        <translation>用键盘书写(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>加宽笔尖(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>收窄笔尖(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Frame like MNIST</source>
        <translation>按 MNIST 规整(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;About lenet-gui</source>
        <translation>关于 lenet-gui(&amp;A)</translation>
    </message>
    <message>
        <source>Loc&amp;k the scale</source>
        <translation>锁定色阶(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Fixed, −1 … +1</source>
        <translation>固定为 −1～+1(&amp;F)</translation>
    </message>
    <message>
        <source>Each &amp;layer&apos;s own</source>
        <translation>各层独立(&amp;L)</translation>
    </message>
    <message>
        <source>Each &amp;map&apos;s own</source>
        <translation>各图独立(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Values after tanh</source>
        <translation>tanh 之后的值(&amp;V)</translation>
    </message>
    <message>
        <source>S&amp;ums before tanh</source>
        <translation>tanh 之前的和(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Blue and orange</source>
        <translation>蓝色与橙色(&amp;B)</translation>
    </message>
    <message>
        <source>Blue and &amp;red (vik, berlin)</source>
        <translation>蓝色与红色（vik、berlin）(&amp;R)</translation>
    </message>
    <message>
        <source>Blue and &amp;green (cork, tofino)</source>
        <translation>蓝色与绿色（cork、tofino）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>色阶(&amp;C)</translation>
    </message>
    <message>
        <source>Turn the map &amp;off or on</source>
        <translation>关闭或打开特征图(&amp;O)</translation>
    </message>
    <message>
        <source>Turn &amp;all maps on</source>
        <translation>打开所有特征图(&amp;A)</translation>
    </message>
    <message>
        <source>Hold at &amp;zero</source>
        <translation>固定为零(&amp;Z)</translation>
    </message>
    <message>
        <source>Hold at the &amp;mean over the starter set</source>
        <translation>固定为在入门集上的均值(&amp;M)</translation>
    </message>
    <message>
        <source>Off one &amp;by one…</source>
        <translation>逐一关闭(&amp;B)…</translation>
    </message>
    <message>
        <source>Maps on an&amp;d off</source>
        <translation>特征图的开与关(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>跟随系统(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>默认文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>减少动态效果(&amp;M)</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>语言 (Language)(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Move and rotate: only drawings can be moved; this is a picture</source>
        <translation>移动与旋转：只能移动手写的笔迹；这是一张图片</translation>
    </message>
    <message>
        <source>Replay: only drawings can be replayed; this is a picture</source>
        <translation>回放：只能回放手写的笔迹；这是一张图片</translation>
    </message>
    <message>
        <source>Corrections: only drawings can be corrected; this is a picture</source>
        <translation>更正：只能更正手写的笔迹；这是一张图片</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the selection, or the whole network, as a picture</source>
        <translation>将选中的部分或整个网络复制为图像</translation>
    </message>
    <message>
        <source>Lock the colour scale, to compare two drawings</source>
        <translation>锁定色阶，以便比较两次书写</translation>
    </message>
    <message>
        <source>It was &amp;{0}</source>
        <translation>其实是 &amp;{0}</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>You can draw, but nothing will be read until weights are loaded.</source>
        <translation>可以书写，但程序载入权重之前无法识别。</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>没有网络模型</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Saturated: nearly all values are at −1 or 1, where tanh is flat</source>
        <translation>饱和：几乎所有值都在 −1 或 1 处，tanh 在那里几乎不再变化</translation>
    </message>
    <message>
        <source>Almost constant: it gives the next layer next to no information</source>
        <translation>几乎恒定：几乎不向下一层传递信息</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Probability of each digit</source>
        <translation>各数字的概率</translation>
    </message>
    <message>
        <source>Click a bar to see why it isn’t that digit.</source>
        <translation>单击某个条形，查看为什么不是那个数字。</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>&amp;Put on the canvas</source>
        <translation>放到画布上(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;number and label</source>
        <translation>复制编号和标签(&amp;N)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>{0}, number {1}, label {2}</source>
        <translation>{0}，第 {1} 个，标签 {2}</translation>
    </message>
    <message numerus="yes">
        <source>{0} digits</source>
        <translation>
            <numerusform>{0} 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1} misread</source>
        <translation>{0}，{1} 个识别错误</translation>
    </message>
    <message>
        <source>{0}; {1} shown</source>
        <translation>{0}；显示 {1} 个</translation>
    </message>
    <message>
        <source>{0} of {1} loaded</source>
        <translation>已载入 {0} / {1}</translation>
    </message>
    <message>
        <source>{0} loaded</source>
        <translation>已载入 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} read</source>
        <translation>已识别 {0} / {1}</translation>
    </message>
    <message>
        <source>Arrow keys: onto the canvas; 0–9: filter</source>
        <translation>方向键：放到画布上；0～9：筛选</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>No digits match.</source>
        <translation>没有符合条件的数字。</translation>
    </message>
    <message>
        <source>No digits found.</source>
        <translation>没有找到数字。</translation>
    </message>
</context>
<context>
    <name>BrowserFilter</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Only misread digits</source>
        <translation>仅显示识别错误的</translation>
    </message>
    <message>
        <source>Label {0}</source>
        <translation>标签 {0}</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>Open data set</source>
        <translation>打开数据集</translation>
    </message>
</context>
<context>
    <name>ByStroke</name>
    <message>
        <source>Each stroke’s share of the difference</source>
        <translation>每个笔画对差值的贡献</translation>
    </message>
    <message>
        <source>Stroke {0} adds {1} to {2} minus {3}</source>
        <translation>笔画 {0} 使 {2} 减 {3} 的差值变化 {1}</translation>
    </message>
    <message>
        <source>blank page</source>
        <translation>空白页</translation>
    </message>
    <message>
        <source>Too many strokes to tell them apart.</source>
        <translation>笔画太多，无法逐一分析。</translation>
    </message>
    <message>
        <source>Without its only stroke, the page is blank.</source>
        <translation>去掉唯一的笔画，页面就是空白。</translation>
    </message>
    <message>
        <source>Without stroke {0} it reads: {1}, {2}</source>
        <translation>去掉笔画 {0} 后识别为：{1}，{2}</translation>
    </message>
    <message>
        <source>Estimated: each share may be off by {0}.</source>
        <translation>估计值：每个贡献可能有 {0} 的误差。</translation>
    </message>
    <message>
        <source>Point at a stroke: how would it read without?</source>
        <translation>指向某个笔画，看看去掉它会怎样</translation>
    </message>
    <message>
        <source>stroke {0}</source>
        <translation>笔画 {0}</translation>
    </message>
    <message>
        <source>{0} minus {1}</source>
        <translation>{0} 减 {1}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a pen or a finger</source>
        <translation>用鼠标、手写笔或手指在此写一个数字</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>or a whole number, any size, anywhere, with mouse, pen or finger</source>
        <translation>或多位数，大小位置不限，用鼠标、笔或手指</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>What would change its mind</source>
        <translation>怎样会改变判断</translation>
    </message>
    <message>
        <source>Ink to add and ink to take away so that the other digit becomes the most probable: as little as the search found. The stronger the colour, the more of a pixel.</source>
        <translation>要让另一个数字成为最可能的，需要添加和去掉的笔墨：搜索所找到的最少量。颜色越深，该像素的变化越大。</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>No small change was found that makes it read {0}.</source>
        <translation>没有找到能使识别结果变成 {0} 的小改动。</translation>
    </message>
    <message>
        <source>After the least change found, it reads</source>
        <translation>按找到的最小改动，将识别为</translation>
    </message>
    <message>
        <source>ink added: {0} px</source>
        <translation>添加笔墨：{0} 像素</translation>
    </message>
    <message>
        <source>taken away: {0} px</source>
        <translation>去掉：{0} 像素</translation>
    </message>
</context>
<context>
    <name>CheckpointSlider</name>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Go back to the weights of an earlier step (←, →, Home, End)</source>
        <translation>回到之前某一步的权重（←、→、Home、End）</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Layers: pinned, current, and their difference</source>
        <translation>各层：固定的、当前的及其差值</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>均方根</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Save figure…</source>
        <translation>保存图…</translation>
    </message>
    <message>
        <source>Save this comparison as a picture</source>
        <translation>将这次比较保存为图片</translation>
    </message>
    <message>
        <source>Point at a map to see its three values. Double-click to enlarge it.</source>
        <translation>指向特征图可查看三个值。双击可放大。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Can&apos;t use these weights</source>
        <translation>无法使用这些权重</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>current − pinned</source>
        <translation>当前 − 固定</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较结果</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>The figure could not be saved</source>
        <translation>无法保存该图</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>nothing drawn</source>
        <translation>没有笔迹</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>pinned {0}</source>
        <translation>固定 {0}</translation>
    </message>
    <message>
        <source>current {0}</source>
        <translation>当前 {0}</translation>
    </message>
    <message>
        <source>difference {0}</source>
        <translation>差值 {0}</translation>
    </message>
    <message>
        <source>{0}: distance {1}, the root mean square of its {2} differences</source>
        <translation>{0}：距离 {1}，即 {2} 个差值的均方根</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix of the validation digits</source>
        <translation>验证数字的混淆矩阵</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2}</source>
        <translation>{0} 被识别为 {1}：{2}</translation>
    </message>
</context>
<context>
    <name>ContributionsView</name>
    <message>
        <source>strongest positive</source>
        <translation>正贡献最大</translation>
    </message>
    <message>
        <source>strongest negative</source>
        <translation>负贡献最大</translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation>按贡献大小排列</translation>
    </message>
    <message>
        <source>{0} unit {1}</source>
        <translation>{0} 单元 {1}</translation>
    </message>
    <message>
        <source>e^({0}) = {1};  over the sum of all ten, {2}, = {3}</source>
        <translation>e^({0}) = {1}，除以十项之和 {2}，得 {3}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Two drawings</source>
        <translation>两幅图</translation>
    </message>
    <message>
        <source>Two sets of weights</source>
        <translation>两组权重</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的对象</translation>
    </message>
    <message>
        <source>Weights to compare with</source>
        <translation>用来比较的权重</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Put the pinned drawing onto the canvas, and pin what is there</source>
        <translation>把固定的图放到画布上，并固定画布上原有的内容</translation>
    </message>
    <message>
        <source>Remove the chosen pin</source>
        <translation>取消固定选中的图</translation>
    </message>
    <message>
        <source>Read with these weights, and compare with the present ones</source>
        <translation>改用这组权重识别，并与原来的比较</translation>
    </message>
    <message>
        <source>Remove this checkpoint from the list</source>
        <translation>从列表中移除此检查点</translation>
    </message>
</context>
<context>
    <name>ConvolutionView</name>
    <message>
        <source>the image contributes {0}</source>
        <translation>图像的贡献为 {0}</translation>
    </message>
    <message>
        <source>input map {0} contributes {1}</source>
        <translation>输入图 {0} 的贡献为 {1}</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>第 {0} 行第 {1} 列：{2}</translation>
    </message>
    <message>
        <source>click one to see its products</source>
        <translation>单击可查看其乘积</translation>
    </message>
    <message>
        <source>Sums of the {0} input maps</source>
        <translation>{0} 张输入图的贡献</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>各图之和</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Map {0}</source>
        <translation>图 {0}</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation>和 {0}</translation>
    </message>
    <message>
        <source>what it sees</source>
        <translation>所见区域</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Off in an exhibit: nothing is kept</source>
        <translation>展览模式下不可用：不保留任何内容</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>Saved as {0}, digit by digit.</source>
        <translation>已按数字逐个保存为 {0}。</translation>
    </message>
    <message>
        <source>Correction undone.</source>
        <translation>已撤销更正。</translation>
    </message>
</context>
<context>
    <name>CorrectionsBrowser</name>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected drawing (Del)</source>
        <translation>删除选中的笔迹 (Del)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Change &amp;label</source>
        <translation>更改标签(&amp;L)</translation>
    </message>
    <message>
        <source>Arrow keys: onto the canvas; Alt+digit: label</source>
        <translation>方向键：放到画布上；Alt+数字：更改标签</translation>
    </message>
    <message>
        <source>corrections-{0}</source>
        <translation>更正-{0}</translation>
    </message>
    <message>
        <source>This can&apos;t be undone. Export them first to keep a copy.</source>
        <translation>此操作无法撤销。如需保留，请先导出。</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>已导出到 {0}</translation>
    </message>
    <message>
        <source>Export corrections</source>
        <translation>导出更正</translation>
    </message>
    <message>
        <source>Drawings as JSON Lines (*.jsonl)</source>
        <translation>JSON Lines 格式的笔迹 (*.jsonl)</translation>
    </message>
    <message>
        <source>No corrections yet. When a digit is misread, press Alt and the correct digit.</source>
        <translation>还没有更正。当您写的数字识别错误时，请按 Alt 加上正确的数字。</translation>
    </message>
    <message>
        <source>Delete all corrections?</source>
        <translation>要删除全部更正吗？</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Part to read</source>
        <translation>要识别的部分</translation>
    </message>
    <message>
        <source>{0}×{1} pixels, {2} from the left and {3} from the top</source>
        <translation>{0}×{1} 像素，距左 {2}，距上 {3}</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Accuracy by step</source>
        <translation>各步的准确率</translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation>各步的损失</translation>
    </message>
    <message>
        <source>Point at a step to read its values (← and → move from one to the next)</source>
        <translation>指向某一步可读取它的值（← 和 → 移到相邻的一步）</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <source>validation {0}</source>
        <translation>验证 {0}</translation>
    </message>
</context>
<context>
    <name>CutSection</name>
    <message>
        <source>How it was cut</source>
        <translation>切分过程</translation>
    </message>
    <message>
        <source>Each run of strokes is read; the cheapest way through wins</source>
        <translation>每一段连续笔画都会被识别；代价最小的路径胜出</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show how the number was cut</source>
        <translation>显示这个数是如何切分的</translation>
    </message>
    <message>
        <source>Hide how the number was cut</source>
        <translation>隐藏这个数是如何切分的</translation>
    </message>
</context>
<context>
    <name>CutView</name>
    <message>
        <source>How it was cut</source>
        <translation>切分过程</translation>
    </message>
    <message>
        <source>{0} costs {1}</source>
        <translation>{0} 的代价为 {1}</translation>
    </message>
    <message>
        <source>{0} costs {1}, the next best way, {2}, costs {3}</source>
        <translation>{0} 的代价为 {1}，次优路径 {2} 的代价为 {3}</translation>
    </message>
    <message>
        <source>all as one digit: {0}</source>
        <translation>全部视为一个数字：{0}</translation>
    </message>
    <message>
        <source>A point or a dash, which doesn’t count: costs {0}</source>
        <translation>点或横线，不计：代价 {0}</translation>
    </message>
    <message>
        <source>{0} at {1}: costs {2}</source>
        <translation>{0}，{1}：代价 {2}</translation>
    </message>
    <message>
        <source>Doesn’t look like a digit (closest: {0}, {1}): costs {2}</source>
        <translation>不像数字（最接近：{0}，{1}）：代价 {2}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Replace the file?</source>
        <translation>替换文件？</translation>
    </message>
    <message>
        <source>“{0}” already exists.</source>
        <translation>“{0}”已存在。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>DigitGrid</name>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>A {0}</source>
        <translation>数字 {0}</translation>
    </message>
    <message>
        <source>A {0}, no ink found</source>
        <translation>数字 {0}，未发现笔迹</translation>
    </message>
    <message>
        <source>A {0}, read as a {1}</source>
        <translation>数字 {0}，识别为 {1}</translation>
    </message>
    <message>
        <source>number {0} of {1}</source>
        <translation>第 {0} 个，共 {1} 个</translation>
    </message>
</context>
<context>
    <name>DigitsChooser</name>
    <message>
        <source>Open data set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>MNIST has 60,000 digits for training. Open a folder with its files, or download two files, 10 MB in all, from a public mirror. Their checksums are verified; nothing of yours is sent.</source>
        <translation>MNIST 有 60,000 个训练用的数字。可以打开存放其文件的文件夹，或从公共镜像下载两个文件，共 10 MB。下载后会验证校验和；不会发送你的任何数据。</translation>
    </message>
    <message>
        <source>All of MNIST</source>
        <translation>完整的 MNIST</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Open MNIST’s folder</source>
        <translation>打开 MNIST 文件夹</translation>
    </message>
    <message>
        <source>Loading digits…</source>
        <translation>正在载入数字…</translation>
    </message>
    <message>
        <source>{0} digits framed</source>
        <translation>已规整 {0} 个数字</translation>
    </message>
    <message>
        <source>Downloading {0}: {1} MB</source>
        <translation>正在下载 {0}：{1} MB</translation>
    </message>
</context>
<context>
    <name>DisplacementView</name>
    <message>
        <source>The network learned from single digits and refuses windows with a neighbour’s ink. So sliding misreads many numbers, and cutting decides.</source>
        <translation>网络是用单个数字训练的，会拒绝含有相邻数字笔迹的窗口。因此滑动会误读许多数，以切分的结果为准。</translation>
    </message>
    <message>
        <source>Sliding and cutting both read {0}.</source>
        <translation>滑动与切分都识别为 {0}。</translation>
    </message>
    <message>
        <source>Both read {0}.</source>
        <translation>都识别为 {0}。</translation>
    </message>
    <message>
        <source>Sliding reads nothing, cutting reads {0}.</source>
        <translation>滑动未识别出数字，切分识别为 {0}。</translation>
    </message>
    <message>
        <source>Cut: {0}</source>
        <translation>切分：{0}</translation>
    </message>
    <message>
        <source>Sliding reads {0}, cutting reads {1}.</source>
        <translation>滑动识别为 {0}，切分识别为 {1}。</translation>
    </message>
    <message>
        <source>Slid: {0}, cut: {1}</source>
        <translation>滑动：{0}，切分：{1}</translation>
    </message>
    <message>
        <source>Point at a column to see its window and numbers.</source>
        <translation>指向某一列可查看其窗口和数值。</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>digit-{0}</source>
        <translation>数字-{0}</translation>
    </message>
</context>
<context>
    <name>EnlargedView</name>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Show all layers again (Esc)</source>
        <translation>重新显示所有层（Esc）</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>所有单元</translation>
    </message>
</context>
<context>
    <name>Eraser</name>
    <message>
        <source>Eraser: removes ink where it passes</source>
        <translation>橡皮擦：擦去所经过的笔迹</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>&quot;canvas&quot; must be [width, height].</source>
        <translation>&quot;canvas&quot; 必须为 [宽, 高]。</translation>
    </message>
    <message>
        <source>&quot;strokes&quot; must be a list of strokes, each a list of [x, y] points.</source>
        <translation>&quot;strokes&quot; 必须是笔画的列表，每个笔画是 [x, y] 点的列表。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be a list of lists of numbers, one for each stroke.</source>
        <translation>&quot;{0}&quot; 必须是由数值列表组成的列表，每个笔画对应一个。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be a number.</source>
        <translation>&quot;{0}&quot; 必须是一个数。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be from {1} to {2}.</source>
        <translation>&quot;{0}&quot; 必须在 {1} 到 {2} 之间。</translation>
    </message>
    <message>
        <source>A drawing must be a JSON object with a list of &quot;strokes&quot;.</source>
        <translation>笔迹必须是含有 &quot;strokes&quot; 列表的 JSON 对象。</translation>
    </message>
    <message>
        <source>A drawing&apos;s ink must stay within ±{0}.</source>
        <translation>笔迹必须保持在 ±{0} 以内。</translation>
    </message>
    <message>
        <source>A point&apos;s coordinates must be numbers up to ±{0}.</source>
        <translation>点的坐标必须是 ±{0} 以内的数。</translation>
    </message>
    <message>
        <source>A stroke must be a list of one or more [x, y] points.</source>
        <translation>笔画必须是由一个或多个 [x, y] 点组成的列表。</translation>
    </message>
    <message>
        <source>A stroke&apos;s times must not fall from one point to the next.</source>
        <translation>笔画中各点的时间不得早于前一点。</translation>
    </message>
    <message>
        <source>An export must be a JSON object with &quot;arrays&quot; in it.</source>
        <translation>导出文件必须是含有 &quot;arrays&quot; 的 JSON 对象。</translation>
    </message>
    <message>
        <source>An export must say &quot;format&quot;: &quot;{0}&quot;.</source>
        <translation>导出文件必须写明 &quot;format&quot;: &quot;{0}&quot;。</translation>
    </message>
    <message>
        <source>Lines of {0} that can&apos;t be read and were left as they are: {1}.</source>
        <translation>{0} 中无法读取、保持原样的行数：{1}。</translation>
    </message>
    <message>
        <source>The archive is not an export: it has no array &quot;{0}&quot;.</source>
        <translation>该压缩包不是导出文件：其中没有数组 &quot;{0}&quot;。</translation>
    </message>
    <message>
        <source>The drawing has more than {0} points.</source>
        <translation>笔迹的点数超过 {0} 个。</translation>
    </message>
    <message>
        <source>The drawing has more than {0} strokes.</source>
        <translation>笔迹的笔画数超过 {0} 个。</translation>
    </message>
    <message>
        <source>The drawing has no label.</source>
        <translation>该笔迹没有标签。</translation>
    </message>
    <message>
        <source>The drawing is not valid JSON: it is not text in UTF-8.</source>
        <translation>笔迹不是有效的 JSON：它不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The drawing is not valid JSON: {0}.</source>
        <translation>笔迹不是有效的 JSON：{0}。</translation>
    </message>
    <message>
        <source>The drawing is of format version {0}; this program reads up to {1}.</source>
        <translation>笔迹的格式版本为 {0}，而本程序最高只能读取版本 {1}。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must contain one number for each point of &quot;strokes&quot;: correct them or leave them out.</source>
        <translation>&quot;{0}&quot; 必须为 &quot;strokes&quot; 的每个点各含一个数：请改正，或将其省去。</translation>
    </message>
    <message>
        <source>A drawing can be rotated by a number of degrees only.</source>
        <translation>笔迹的旋转角度必须是一个以度为单位的数。</translation>
    </message>
    <message>
        <source>A drawing can be scaled by {0} to {1} only.</source>
        <translation>笔迹的缩放倍数必须在 {0} 到 {1} 之间。</translation>
    </message>
    <message>
        <source>A stroke must not begin before the previous one has ended.</source>
        <translation>一个笔画不得在前一个笔画结束之前开始。</translation>
    </message>
    <message>
        <source>Only drawings can be repositioned; these are pictures.</source>
        <translation>只有手写的笔迹才能重新摆放，而这些是图片。</translation>
    </message>
    <message>
        <source>{0} needs {1} to be opened: install it with pip install &quot;lenet-gui[train]&quot;.</source>
        <translation>打开 {0} 需要 {1}：请用 pip install &quot;lenet-gui[train]&quot; 安装。</translation>
    </message>
    <message>
        <source>The drawing contains a number with too many digits.</source>
        <translation>笔迹中有一个数的位数过多。</translation>
    </message>
    <message>
        <source>The drawing is too long to be stored in a PNG; use SVG instead.</source>
        <translation>这幅图太长，无法存入 PNG：SVG 可以容纳它。</translation>
    </message>
    <message>
        <source>The drawing&apos;s JSON is nested too deeply.</source>
        <translation>笔迹的 JSON 嵌套过深。</translation>
    </message>
    <message>
        <source>The eraser&apos;s radius must be a number up to {0}.</source>
        <translation>橡皮擦的半径必须是不超过 {0} 的数。</translation>
    </message>
    <message>
        <source>The export has no array &quot;{0}&quot;.</source>
        <translation>导出文件中没有数组 &quot;{0}&quot;。</translation>
    </message>
    <message>
        <source>The export has no array {0}.</source>
        <translation>导出文件中没有数组 {0}。</translation>
    </message>
    <message>
        <source>The export holds neither a drawing nor a picture.</source>
        <translation>导出文件中既没有笔迹，也没有图片。</translation>
    </message>
    <message>
        <source>The export is a damaged archive.</source>
        <translation>导出文件是已损坏的压缩包。</translation>
    </message>
    <message>
        <source>The export is of format version {0}; this program reads up to {1}.</source>
        <translation>导出文件的格式版本为 {0}，而本程序最高只能读取版本 {1}。</translation>
    </message>
    <message>
        <source>The export is too large: more than {0} MB.</source>
        <translation>导出文件过大：超过 {0} MB。</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;fit&quot; must be numbers: a scale above 0, x and y.</source>
        <translation>导出文件的 &quot;fit&quot; 必须都是数：大于 0 的缩放倍数、x 和 y。</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;program&quot; must be a text.</source>
        <translation>导出文件的 &quot;program&quot; 必须是文本。</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;weights&quot; must be texts: sha256, name and date.</source>
        <translation>导出文件的 &quot;weights&quot; 必须都是文本：sha256、名称和日期。</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;{0}&quot; and &quot;{1}&quot; do not fit together.</source>
        <translation>导出文件的 &quot;{0}&quot; 与 &quot;{1}&quot; 不相符。</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;{0}&quot; must be one of {1}.</source>
        <translation>导出文件的 &quot;{0}&quot; 必须是以下之一：{1}。</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; contains a number that is not finite.</source>
        <translation>导出文件的数组 &quot;{0}&quot; 中有非有限的数。</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; does not hold numbers.</source>
        <translation>导出文件的数组 &quot;{0}&quot; 中不是数值。</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; has shape {1}, not {2}.</source>
        <translation>导出文件的数组 &quot;{0}&quot; 的形状为 {1}，而应为 {2}。</translation>
    </message>
    <message>
        <source>The file&apos;s JSON contains too much data.</source>
        <translation>该文件的 JSON 内容过多，无法读取。</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing. Please reinstall the program.</source>
        <translation>缺少程序自带的文件 {0}；请重新安装本程序。</translation>
    </message>
    <message>
        <source>The session was written by another version.</source>
        <translation>该会话来自另一个版本。</translation>
    </message>
    <message>
        <source>{0} has more than {1} lines: split it into several files.</source>
        <translation>{0} 超过 {1} 行；请将它拆分。</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device, but the data must be read more than once: save them to a file first.</source>
        <translation>{0} 是管道或设备，而数据要读取多次；请先存成文件再指定该文件。</translation>
    </message>
    <message>
        <source>{0} is a single IDX file; name both the images file and the labels file.</source>
        <translation>{0} 只是一个 IDX 文件；请同时指定图像文件和标签文件。</translation>
    </message>
    <message>
        <source>{0} is damaged or contains more than weights: in PyTorch, save model.state_dict().</source>
        <translation>{0} 已损坏，或含有权重以外的内容，而其他内容一律不打开：请在 PyTorch 中保存 model.state_dict()。</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} contains values that no network can have.</source>
        <translation>{0} 已损坏：{1} 中有任何网络都不可能有的值。</translation>
    </message>
    <message>
        <source>{0} is in use by another program. Close it and try again.</source>
        <translation>{0} 正被另一个程序使用；请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>{0} is neither UNIPEN text nor drawings as JSON Lines. For IDX files, name their folder, or the images file and the labels file.</source>
        <translation>{0} 既不是 UNIPEN 文本，也不是 JSON Lines 格式的笔迹；若为 IDX 文件，请指定其所在文件夹，或指定图像文件和标签文件。</translation>
    </message>
    <message>
        <source>{0} is neither a drawing (JSON) nor a supported picture.</source>
        <translation>{0} 既不是笔迹 (JSON)，也不是此处可以读取的图片。</translation>
    </message>
    <message>
        <source>{0} is not a supported picture.</source>
        <translation>{0} 不是此处可以读取的图片类型。</translation>
    </message>
    <message>
        <source>{0} is not a supported weights file: safetensors, a PyTorch state dict or Keras weights.</source>
        <translation>{0} 不是可以打开的类型：safetensors、PyTorch state dict 或 Keras 权重。</translation>
    </message>
    <message>
        <source>{0} is the collection itself: choose another file.</source>
        <translation>{0} 就是收集文件本身：请另选一个文件名。</translation>
    </message>
    <message>
        <source>{0} unpacks to far more data than a data set contains.</source>
        <translation>{0} 解压后远远超过一个数据集的大小。</translation>
    </message>
    <message>
        <source>{0}, line {1}: the drawing does not end on its line; a data set has one drawing per line.</source>
        <translation>{0}，第 {1} 行：笔迹没有在本行内结束；数据集中每行应为一个笔迹。</translation>
    </message>
    <message>
        <source>{0}: pictures can&apos;t be read: {1}.</source>
        <translation>{0}：此处无法读取图片：{1}。</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; is not a list of equal lists.</source>
        <translation>导出文件的数组 &quot;{0}&quot; 不是由等长列表组成的列表。</translation>
    </message>
    <message>
        <source>&quot;label&quot; must be a whole number or text.</source>
        <translation>&quot;label&quot; 必须是非负整数或文本。</translation>
    </message>
    <message>
        <source>All digits to learn from are {0}s: there is nothing to tell apart.</source>
        <translation>供学习的数字全是 {0}：没有什么可区分的。</translation>
    </message>
    <message>
        <source>Strokes must come from UNIPEN files or drawings, not from images.</source>
        <translation>笔画必须来自 UNIPEN 文件或笔迹，而不能来自图像。</translation>
    </message>
    <message>
        <source>The drawing&apos;s label is not one digit.</source>
        <translation>该笔迹的标签不是单个数字。</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;off&quot; must be maps between input and output, each once: layer, map, and the value that all its numbers have.</source>
        <translation>导出文件的 &quot;off&quot; 必须是输入与输出之间的特征图，每张一次：layer、map，以及其所有数值共同的值。</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; is not a text in JSON.</source>
        <translation>导出文件的数组 &quot;{0}&quot; 不是 JSON 文本。</translation>
    </message>
    <message>
        <source>The export&apos;s drawing has more points than a drawing may have.</source>
        <translation>导出文件中的笔迹点数超过了允许的上限。</translation>
    </message>
    <message>
        <source>The export&apos;s picture has shape {0}, not rows and columns of up to {1} pixels, none of its sides longer than {2}.</source>
        <translation>导出文件中图片的形状为 {0}，而应为像素的行和列，像素总数不超过 {1}，且任一边不超过 {2}。</translation>
    </message>
    <message>
        <source>The export&apos;s picture holds ink that is not between 0 and 1.</source>
        <translation>导出文件中图片的墨量不在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>The figure shows a picture&apos;s reading, but does not hold the picture.</source>
        <translation>该图显示的是一张图片的识别结果，但其中不含这张图片。</translation>
    </message>
    <message>
        <source>The file does not hold a session.</source>
        <translation>该文件中没有会话。</translation>
    </message>
    <message>
        <source>The learning rate is too high: the weights grew beyond all bounds. The network is back at step {0}.</source>
        <translation>学习率过高：权重无限增大。网络已回到第 {0} 步。</translation>
    </message>
    <message>
        <source>The run that was kept learned from other digits: {0}. Choose these first.</source>
        <translation>已保留的训练用的是其他数字：{0}。请先选择它们。</translation>
    </message>
    <message>
        <source>The session holds neither a drawing nor a picture.</source>
        <translation>会话中既没有笔迹，也没有图片。</translation>
    </message>
    <message>
        <source>The session&apos;s file is not a path.</source>
        <translation>会话所记的文件不是路径。</translation>
    </message>
    <message>
        <source>The session&apos;s picture has no pixels.</source>
        <translation>会话中的图片没有像素。</translation>
    </message>
    <message>
        <source>There are no digits to learn from.</source>
        <translation>没有可供学习的数字。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened: {1} files can include other files. Save it as a PNG instead.</source>
        <translation>未打开 {0}，因为 {1} 文件可以引入其他文件的内容：请将它另存为 PNG。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: {1} is not a number.</source>
        <translation>无法使用 {0}：{1} 不是数。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: {1}.</source>
        <translation>无法使用 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: {1}.</source>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: {1}. Learning goes on, but is no longer kept.</source>
        <translation>无法写入 {0}：{1}。学习仍会继续，但不再保留进度。</translation>
    </message>
    <message>
        <source>{0} claims {1} bytes of {2}; that is too large.</source>
        <translation>{0} 声称含有 {1} 字节的 {2}，这过大了。</translation>
    </message>
    <message>
        <source>{0} contains no state dict: in PyTorch, save model.state_dict().</source>
        <translation>{0} 中没有 state dict：请在 PyTorch 中保存 model.state_dict()。</translation>
    </message>
    <message>
        <source>{0} does not fit: its tensors are not plain numbers.</source>
        <translation>{0} 不匹配：它的张量不是普通的数值。</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} has a kernel of {2} as {3} has.</source>
        <translation>{0} 不匹配：应恰有一层的核与 {3} 一样为 {2}，实际为 {1}。</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} has shape {2}, not {3}.</source>
        <translation>{0} 不匹配：{1} 的形状为 {2}，而应为 {3}。</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} holds no floats.</source>
        <translation>{0} 不匹配：{1} 中没有浮点数。</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} holds {2}, not floats.</source>
        <translation>{0} 不匹配：{1} 中是 {2}，而不是浮点数。</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} is too large.</source>
        <translation>{0} 不匹配：{1} 过大。</translation>
    </message>
    <message>
        <source>{0} ends before that part: it has {1}×{2} pixels.</source>
        <translation>{0} 没有那么大：只有 {1}×{2} 像素。</translation>
    </message>
    <message>
        <source>{0} ends within its header of {1} bytes.</source>
        <translation>{0} 不完整：在 {1} 字节的文件头内就结束了。</translation>
    </message>
    <message>
        <source>{0} has a damaged {1}.</source>
        <translation>{0} 中的 {1} 已损坏。</translation>
    </message>
    <message>
        <source>{0} has no digits to learn from.</source>
        <translation>{0} 中没有可供学习的数字。</translation>
    </message>
    <message>
        <source>{0} has no {1} and no {1}.gz.</source>
        <translation>{0} 中既没有 {1}，也没有 {1}.gz。</translation>
    </message>
    <message>
        <source>{0} has only one digit: none can be held out.</source>
        <translation>{0} 中只有一个数字：无法留出用于验证的数字。</translation>
    </message>
    <message>
        <source>{0} has {1} images but {2} has {3} labels.</source>
        <translation>{0} 有 {1} 幅图像，而 {2} 有 {3} 个标签。</translation>
    </message>
    <message>
        <source>{0} holds images of {1}×{2}, not of {3}×{3}.</source>
        <translation>{0} 中图像的尺寸为 {1}×{2}，而应为 {3}×{3}。</translation>
    </message>
    <message>
        <source>{0} holds labels that are not digits.</source>
        <translation>{0} 中有不是数字 0～9 的标签。</translation>
    </message>
    <message>
        <source>{0} holds more than {1} blank lines in a row.</source>
        <translation>{0} 中连续的空行超过 {1} 行。</translation>
    </message>
    <message>
        <source>{0} holds more than {1} digits.</source>
        <translation>{0} 中的数字超过 {1} 个。</translation>
    </message>
    <message>
        <source>{0} holds no picture but a pointer to one in Git LFS: fetch it by “git lfs pull”.</source>
        <translation>{0} 不含图片，只是指向 Git LFS 中图片的指针：请用“git lfs pull”获取。</translation>
    </message>
    <message>
        <source>{0} is a damaged HDF5 file.</source>
        <translation>{0} 是已损坏的 HDF5 文件。</translation>
    </message>
    <message>
        <source>{0} is a damaged archive.</source>
        <translation>{0} 是已损坏的压缩包。</translation>
    </message>
    <message>
        <source>{0} is a damaged gzip file.</source>
        <translation>{0} 是已损坏的 gzip 文件。</translation>
    </message>
    <message>
        <source>{0} is a damaged picture: a part of it is missing at the end.</source>
        <translation>{0} 是已损坏的图片：末尾缺少一部分。</translation>
    </message>
    <message>
        <source>{0} is a damaged picture: {1}.</source>
        <translation>{0} 是已损坏的图片：{1}。</translation>
    </message>
    <message>
        <source>{0} is a picture in {1}, which can&apos;t be read here: save it as JPEG or PNG.</source>
        <translation>{0} 是 {1} 格式的图片，此处无法读取：请将其另存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>{0} is a web page, not a picture: save the picture that it shows instead.</source>
        <translation>{0} 是网页，不是图片：请改为保存网页中的图片。</translation>
    </message>
    <message>
        <source>{0} is damaged or not a safetensors file.</source>
        <translation>{0} 已损坏，或不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} 是空的。</translation>
    </message>
    <message>
        <source>{0} is not a LeNet-5: it also has {1}.</source>
        <translation>{0} 不是 LeNet-5：它还有 {1}。</translation>
    </message>
    <message>
        <source>{0} is not a LeNet-5: it has no {1}.</source>
        <translation>{0} 不是 LeNet-5：它没有 {1}。</translation>
    </message>
    <message>
        <source>{0} is not a LeNet-5: it has {1} where {2} belongs.</source>
        <translation>{0} 不是 LeNet-5：应为 {2} 的位置上是 {1}。</translation>
    </message>
    <message>
        <source>{0} is not a file.</source>
        <translation>{0} 不是文件。</translation>
    </message>
    <message>
        <source>{0} is not a run of training that can go on.</source>
        <translation>{0} 不是可以继续的训练。</translation>
    </message>
    <message>
        <source>{0} is not an IDX file of {1}: it begins with {2}, not {3}.</source>
        <translation>{0} 不是 {1} 的 IDX 文件：它的开头是 {2}，而应为 {3}。</translation>
    </message>
    <message>
        <source>{0} is one of two IDX files, and its name does not tell the other&apos;s: name them as MNIST does, {1}-images-idx3-ubyte and {1}-labels-idx1-ubyte.</source>
        <translation>{0} 是一对 IDX 文件之一，但从名称看不出另一个文件：请像 MNIST 那样命名为 {1}-images-idx3-ubyte 和 {1}-labels-idx1-ubyte。</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5 when unpacked.</source>
        <translation>{0} 解压后过大，不可能是 LeNet-5。</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5.</source>
        <translation>{0} 过大，不可能是 LeNet-5。</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5: too many files in it.</source>
        <translation>{0} 过大，不可能是 LeNet-5：其中的文件过多。</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5: {1} bytes.</source>
        <translation>{0} 过大，不可能是 LeNet-5：{1} 字节。</translation>
    </message>
    <message>
        <source>{0} is too large: more than {1} MB.</source>
        <translation>{0} 过大：超过 {1} MB。</translation>
    </message>
    <message>
        <source>{0} is too large: {1}×{2} pixels, where {3} million can be read.</source>
        <translation>{0} 过大：{1}×{2} 像素，而最多只能读取 {3} 百万像素。</translation>
    </message>
    <message>
        <source>{0} keeps {1} in another file.</source>
        <translation>{0} 将 {1} 存放在另一个文件中。</translation>
    </message>
    <message>
        <source>{0} must end in {1}.</source>
        <translation>{0} 必须以 {1} 结尾。</translation>
    </message>
    <message>
        <source>{0} should hold {1} bytes of {2} but holds {3}.</source>
        <translation>{0} 应含有 {1} 字节的 {2}，实际为 {3}。</translation>
    </message>
    <message>
        <source>{0}, line {1}: longer than {2} bytes.</source>
        <translation>{0}，第 {1} 行：长度超过 {2} 字节。</translation>
    </message>
    <message>
        <source>{0}, line {1}: more lines than a digit has.</source>
        <translation>{0}，第 {1} 行：行数超过一个数字应有的行数。</translation>
    </message>
    <message>
        <source>{0}, line {1}: not a point: {2}.</source>
        <translation>{0}，第 {1} 行：不是点：{2}。</translation>
    </message>
    <message>
        <source>{0}, line {1}: not text in UTF-8.</source>
        <translation>{0}，第 {1} 行：不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{0}, line {1}: the drawing has no label.</source>
        <translation>{0}，第 {1} 行：该笔迹没有标签。</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}，第 {1} 行：{2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>A learning rate too high</source>
        <translation>学习率过高</translation>
    </message>
    <message>
        <source>Each step overshoots: the loss jumps and hardly falls. Try 0.02 afterwards.</source>
        <translation>每一步都越过目标：损失忽高忽低，几乎不下降。之后再试试 0.02。</translation>
    </message>
    <message>
        <source>A hundred digits only</source>
        <translation>只用一百个数字</translation>
    </message>
    <message>
        <source>It learns them by heart: training accuracy reaches 100 %, validation accuracy stays behind, and its loss rises again.</source>
        <translation>网络会死记硬背：训练准确率达到 100%，验证准确率却跟不上，验证损失又会上升。</translation>
    </message>
    <message>
        <source>With dropout</source>
        <translation>使用 Dropout</translation>
    </message>
    <message>
        <source>Half of the units of C5 and F6 are switched off in each step. Learning takes longer, and training and validation stay closer. Compare it with no dropout.</source>
        <translation>每一步都关闭 C5 和 F6 中一半的单元。学习更慢，但训练与验证的结果更接近。请与不用 Dropout 时比较。</translation>
    </message>
    <message>
        <source>Begin from the shipped weights</source>
        <translation>从自带权重开始</translation>
    </message>
    <message>
        <source>It reads well from the first step, and the loss is small: there is little left to learn from these digits.</source>
        <translation>网络从第一步起就识别得很好，损失也很小：从这些数字中已经学不到多少了。</translation>
    </message>
    <message>
        <source>The tutorial’s recipe</source>
        <translation>教程的配方</translation>
    </message>
    <message>
        <source>A widespread tutorial: Adam with a learning rate of 0.01, dropout 0.2, and binary cross-entropy over the softmax.</source>
        <translation>一个流传很广的教程：Adam，学习率 0.01，Dropout 0.2，并在 softmax 之后使用二元交叉熵。</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>&amp;Picture of the network…</source>
        <translation>网络图像(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Picture of {0}…</source>
        <translation>{0} 的图像(&amp;P)…</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>图片已复制</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>导出失败</translation>
    </message>
    <message>
        <source>&amp;Numbers…</source>
        <translation>数值(&amp;N)…</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>已导出到 {0}</translation>
    </message>
</context>
<context>
    <name>Eye</name>
    <message>
        <source>Turn it on again (O)</source>
        <translation>重新打开 (O)</translation>
    </message>
    <message>
        <source>Turn it off, to see how the network reads without it (O)</source>
        <translation>关闭它，看看网络没有它时如何识别 (O)</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>Something went wrong. Your drawing is still there.</source>
        <translation>出错了。你写的内容仍在。</translation>
    </message>
    <message>
        <source>The details are in {0}.</source>
        <translation>详细信息见 {0}。</translation>
    </message>
    <message>
        <source>No log file could be written.</source>
        <translation>无法写入日志文件。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>PNG pictures</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Your changes will be lost if you don&apos;t save them.</source>
        <translation>未保存的内容将会丢失。</translation>
    </message>
    <message>
        <source>The drawing could not be saved</source>
        <translation>未能保存笔迹</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要保存对“{0}”的更改吗？</translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation>要保存更改吗？</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>Nothing is pinned yet</source>
        <translation>尚未固定任何内容</translation>
    </message>
    <message>
        <source>Draw a digit and pin it ({0}). Then draw another one, or change it: you see in which layers the network tells the two apart.

Or see what training has done: let another set of weights read the same drawing.</source>
        <translation>写一个数字并固定（{0}），然后再写一个，或修改它：可以看到网络在哪些层把两者区分开。

也可以看看训练的作用：让另一组权重识别同一幅图。</translation>
    </message>
    <message>
        <source>Pin what is on the canvas</source>
        <translation>固定画布上的内容</translation>
    </message>
    <message>
        <source>Compare two sets of weights</source>
        <translation>比较两组权重</translation>
    </message>
</context>
<context>
    <name>FocusDetails</name>
    <message>
        <source>kernels {0} … {1}</source>
        <translation>卷积核 {0}～{1}</translation>
    </message>
    <message>
        <source>Kernel of map {0}, row {1}, column {2}: {3}</source>
        <translation>特征图 {0} 的卷积核，第 {1} 行第 {2} 列：{3}</translation>
    </message>
    <message>
        <source>Kernel from map {0} to map {1}, row {2}, column {3}: {4}</source>
        <translation>从输入图 {0} 到特征图 {1} 的卷积核，第 {2} 行第 {3} 列：{4}</translation>
    </message>
</context>
<context>
    <name>GradientBars</name>
    <message>
        <source>Size of each layer&apos;s gradient</source>
        <translation>各层的梯度范数</translation>
    </message>
    <message>
        <source>How strongly the loss of the last batch changes with each layer&apos;s weights: the root of the sum of the squared derivatives</source>
        <translation>最近一批的损失随各层权重变化的强烈程度：各导数平方和的平方根</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Can&apos;t open this example</source>
        <translation>无法打开此示例</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Show the activations of every layer</source>
        <translation>显示每一层的激活值</translation>
    </message>
    <message>
        <source>The activations of every layer, from the input down to the output. Point at a cell to see its value; click it to see how the value is calculated.</source>
        <translation>从上方的输入到下方的输出，各层的激活值。指向一个格子可读取它的值，单击可分解它的值。</translation>
    </message>
    <message>
        <source>Show why it is read as one digit and not another</source>
        <translation>显示为什么识别为这个数字而不是另一个</translation>
    </message>
    <message>
        <source>Why the drawing is read as one digit and not another: what each stroke, all ink and every unit adds to the difference of their scores. Click a probability bar to weigh another digit.</source>
        <translation>为什么把笔迹识别为这个数字而不是另一个：每个笔画、全部笔墨和每个单元对两者得分之差的贡献。单击概率条可换一个数字来比较。</translation>
    </message>
    <message>
        <source>Compare two drawings, or two sets of weights</source>
        <translation>比较两幅图或两组权重</translation>
    </message>
    <message>
        <source>Pin what is on the canvas and draw another digit: scores, maps and their differences stand side by side, layer by layer. Or let another network read the same drawing.</source>
        <translation>固定画布上的内容，再写一个数字：得分、特征图及其差值逐层并排显示。也可以让另一个网络识别同一幅图。</translation>
    </message>
    <message>
        <source>Train the network while it reads your drawing</source>
        <translation>训练网络，同时让它识别你的笔迹</translation>
    </message>
    <message>
        <source>The network learns on this computer while it reads your drawing. Press Start: you see noise become a reading.</source>
        <translation>网络在本机上学习，同时识别你的笔迹。按“开始”，看看噪声怎样变成识别结果。</translation>
    </message>
    <message>
        <source>Start a new drawing</source>
        <translation>新建笔迹</translation>
    </message>
    <message>
        <source>Open a drawing, a picture or an export</source>
        <translation>打开笔迹、图片或导出的文件</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存笔迹</translation>
    </message>
    <message>
        <source>Save the drawing as another file</source>
        <translation>将笔迹另存为其他文件</translation>
    </message>
    <message>
        <source>Load weights from a file, saved by this program or another</source>
        <translation>从文件载入权重，可来自本程序或其他程序</translation>
    </message>
    <message>
        <source>Go back to the weights that came with the program</source>
        <translation>恢复使用程序自带的权重</translation>
    </message>
    <message>
        <source>Cut the drawing</source>
        <translation>剪切笔迹</translation>
    </message>
    <message>
        <source>Copy the drawing</source>
        <translation>复制笔迹</translation>
    </message>
    <message>
        <source>Paste a drawing, a picture or a file onto the canvas</source>
        <translation>将笔迹、图片或文件粘贴到画布上</translation>
    </message>
    <message>
        <source>Copy the selection, or the whole network, as a picture</source>
        <translation>将选中的部分或整个网络复制为图像</translation>
    </message>
    <message>
        <source>Browse a data set of labelled digits</source>
        <translation>浏览带标签的数字数据集</translation>
    </message>
    <message>
        <source>Browse your corrected drawings</source>
        <translation>浏览已更正的笔迹</translation>
    </message>
    <message>
        <source>Undo the most recent correction</source>
        <translation>撤销最近一次更正</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>撤销上一步操作</translation>
    </message>
    <message>
        <source>Redo the step that was undone</source>
        <translation>重做刚才撤销的操作</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>清空画布</translation>
    </message>
    <message>
        <source>Replay the drawing, with its reading at every moment</source>
        <translation>回放书写过程，并显示每一时刻的识别结果</translation>
    </message>
    <message>
        <source>Select the whole drawing to move, scale and rotate it</source>
        <translation>选中全部笔迹，以便移动、缩放和旋转</translation>
    </message>
    <message>
        <source>Draw with the pen</source>
        <translation>用画笔书写</translation>
    </message>
    <message>
        <source>Cancel what is in progress, or close what is open</source>
        <translation>取消正在进行的操作，或关闭已打开的内容</translation>
    </message>
    <message>
        <source>Pin what is on the canvas, to compare it with what you draw next</source>
        <translation>固定画布上的内容，与接下来书写的比较</translation>
    </message>
    <message>
        <source>Type what the number was: each digit is added to your corrections</source>
        <translation>输入正确的数：每个数字都会加入您的更正</translation>
    </message>
    <message>
        <source>Draw on a page twice as wide, for whole numbers</source>
        <translation>在两倍宽的页面上书写，适合多位数</translation>
    </message>
    <message>
        <source>Look into the number’s next digit</source>
        <translation>查看这个数的下一个数字</translation>
    </message>
    <message>
        <source>Look into the number’s previous digit</source>
        <translation>查看这个数的上一个数字</translation>
    </message>
    <message>
        <source>Choose the part of the picture to read</source>
        <translation>选择图片中要识别的部分</translation>
    </message>
    <message>
        <source>Erase ink; dragging with the right mouse button erases, too</source>
        <translation>擦除笔迹；按住鼠标右键拖动也可以擦除</translation>
    </message>
    <message>
        <source>Move, scale and rotate the whole drawing</source>
        <translation>移动、缩放和旋转全部笔迹</translation>
    </message>
    <message>
        <source>Draw with the keyboard: arrow keys move, Space puts the pen down</source>
        <translation>用键盘书写：方向键移动，空格键落笔</translation>
    </message>
    <message>
        <source>Make the pen or eraser wider</source>
        <translation>加宽画笔或橡皮擦</translation>
    </message>
    <message>
        <source>Make the pen or eraser narrower</source>
        <translation>收窄画笔或橡皮擦</translation>
    </message>
    <message>
        <source>Scale and centre the ink like MNIST&apos;s digits, or shrink the whole canvas as it is</source>
        <translation>像 MNIST 那样缩放笔迹并居中；关闭时，整张画布原样缩小</translation>
    </message>
    <message>
        <source>Lock the colour scale, to compare two drawings</source>
        <translation>锁定色阶，以便比较两次书写</translation>
    </message>
    <message>
        <source>Choose the range of values that the colours cover</source>
        <translation>选择颜色所覆盖的数值范围</translation>
    </message>
    <message>
        <source>Show the values that the network passes on, or the sums before tanh</source>
        <translation>显示网络向后传递的值，或 tanh 之前的和</translation>
    </message>
    <message>
        <source>Choose the colours for negative and positive values</source>
        <translation>选择表示负值和正值的颜色</translation>
    </message>
    <message>
        <source>Switch the map under the pointer, or the selected one, off or on again</source>
        <translation>关闭或重新打开指针所指或选中的特征图</translation>
    </message>
    <message>
        <source>Switch all maps on again</source>
        <translation>重新打开所有特征图</translation>
    </message>
    <message>
        <source>See which map matters most for this drawing: each is switched off alone</source>
        <translation>查看哪张特征图对这幅笔迹最重要：逐一单独关闭</translation>
    </message>
    <message>
        <source>Choose a light or dark theme</source>
        <translation>选择浅色或深色主题</translation>
    </message>
    <message>
        <source>Increase the contrast of text and outlines</source>
        <translation>提高文字和轮廓的对比度</translation>
    </message>
    <message>
        <source>Let the kernel slide over a map in single steps only</source>
        <translation>卷积核只逐步滑过特征图</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>选择语言</translation>
    </message>
    <message>
        <source>Make text larger</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Make text smaller</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Reset text to the system&apos;s size</source>
        <translation>将文字恢复为系统默认大小</translation>
    </message>
    <message>
        <source>Reset the layout of the panels</source>
        <translation>重置面板布局</translation>
    </message>
    <message>
        <source>Take a short tour in five steps</source>
        <translation>用五个简短的步骤熟悉本程序</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Click a part of the window to see what it does</source>
        <translation>单击窗口的任意部分，查看其用途</translation>
    </message>
    <message>
        <source>Show versions, weights and licences</source>
        <translation>查看版本、权重与许可证</translation>
    </message>
    <message>
        <source>Export the drawing as a picture</source>
        <translation>将笔迹导出为图像</translation>
    </message>
    <message>
        <source>Export the framed 28×28 pixels, white on black as in MNIST</source>
        <translation>导出规整后的 28×28 像素，像 MNIST 那样黑底白字</translation>
    </message>
    <message>
        <source>Export a picture of the selection, or of the whole network</source>
        <translation>导出选中部分或整个网络的图像</translation>
    </message>
    <message>
        <source>Export the strokes and the numbers of every layer</source>
        <translation>导出笔画和每一层的数值</translation>
    </message>
    <message>
        <source>Load an example of a {0}</source>
        <translation>载入一个 {0} 的示例</translation>
    </message>
    <message>
        <source>A map that is off is all zeros: it adds nothing to the sums after it</source>
        <translation>关闭的特征图全为零：对其后的求和没有任何贡献</translation>
    </message>
    <message>
        <source>A map that is off has its mean over 4,000 digits: it says the same of every drawing</source>
        <translation>关闭的特征图取其在 4000 个数字上的均值：对每幅笔迹都给出同样的值</translation>
    </message>
    <message>
        <source>Correct the reading to {0} and save the drawing</source>
        <translation>将识别结果更正为 {0}，并保存笔迹</translation>
    </message>
    <message>
        <source>The canvas: draw a digit here with the mouse, a pen or a finger. It is read while you draw.</source>
        <translation>画布：用鼠标、手写笔或手指在此写一个数字，边写边识别。</translation>
    </message>
    <message>
        <source>The tools, undo and redo, and a slider for the width of the pen or eraser.</source>
        <translation>工具、撤销与重做，以及调节画笔或橡皮擦宽度的滑块。</translation>
    </message>
    <message>
        <source>What the network sees: your ink, framed to 28×28 pixels, then padded with two pixels of paper on each side.</source>
        <translation>网络看到的内容：先是你的笔迹，再规整为 28×28 像素，最后四周各加两个像素的空白。</translation>
    </message>
    <message>
        <source>When on, your ink is scaled and centred like the MNIST digits that the network learned from. When off, the network gets the whole canvas as it is.</source>
        <translation>打开时，笔迹会像 MNIST 的数字那样缩放并居中，网络就是用那些数字训练的；关闭时，网络得到的是整张画布的原样。</translation>
    </message>
    <message>
        <source>The verdict: a digit, a toss-up between two, or a drawing that doesn&apos;t look like a digit. A picture whose digit depends on the threshold is a toss-up, too.</source>
        <translation>结论：识别出的数字，或者在两个数字之间难以断定，或者不像任何数字。如果图片中是哪个数字取决于阈值，也视为难以断定。</translation>
    </message>
    <message>
        <source>Maps that you switched off: the network reads without them. Open the menu to see them and to choose the value at which they are held.</source>
        <translation>您关闭的特征图：网络在没有它们的情况下识别。打开菜单可查看它们，并选择固定的值。</translation>
    </message>
    <message>
        <source>The whole number: each digit with its probability, and how likely all of it is right. Click a digit to look into it. Points and dashes are left out.</source>
        <translation>整个数：每个数字及其概率，以及全部正确的概率。单击一个数字可查看它的识别过程。点和横线会被忽略。</translation>
    </message>
    <message>
        <source>The network&apos;s probability for each digit. All ten add up to 100&#xa0;%, whatever you draw.</source>
        <translation>网络给出的各数字的概率。无论写什么，十个概率之和总是 100%。</translation>
    </message>
    <message>
        <source>If the reading is wrong, click the right digit: the drawing is saved with it among your corrections. Click again to undo that. Only drawings can be corrected, not pictures. A digit of a data set shows its label here.</source>
        <translation>如果识别有误，请点击正确的数字：笔迹会连同它一起保存到更正中。再次点击可撤销。只能更正手绘笔迹，不能更正图片。数据集中的数字会在此显示其标签。</translation>
    </message>
    <message>
        <source>How the reading changed while you drew: a line for each digit that was likely at some point, from the first ink on the left to now on the right.</source>
        <translation>识别结果的形成过程：凡是一度较有可能的数字都有一条曲线，最左端是落下第一笔的时候，最右端是现在。</translation>
    </message>
    <message>
        <source>Replays the drawing, at its own speed or another, and reads it at every moment.</source>
        <translation>回放：以原来的速度或其他速度重现书写过程，并在每一时刻进行识别。</translation>
    </message>
    <message>
        <source>The unit under the pointer, the weights in use, and how long the last reading took.</source>
        <translation>当前查看的单元、识别所用的权重，以及最近一次识别的用时。</translation>
    </message>
    <message>
        <source>The range of values that the colours cover: −1 to 1, each layer&apos;s own, or each map&apos;s own.</source>
        <translation>颜色所覆盖的数值范围：−1～1、各层自身的范围，或各特征图自身的范围。</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Probabilities while you drew</source>
        <translation>书写过程中的概率</translation>
    </message>
    <message>
        <source>The probability of each digit that was likely at some point, from the first ink on the left to now on the right.
Click or drag to see the drawing at that moment (←, →, Home, End; Space plays)</source>
        <translation>凡是一度较有可能的数字的概率，最左端是落下第一笔的时候，最右端是现在。
单击或拖动可查看当时的笔迹（←、→、Home、End；空格键播放）</translation>
    </message>
</context>
<context>
    <name>HowPage</name>
    <message>
        <source>How is this computed?</source>
        <translation>这是怎样计算的？</translation>
    </message>
</context>
<context>
    <name>InkView</name>
    <message>
        <source>Which ink speaks for which digit</source>
        <translation>哪些笔墨支持哪个数字</translation>
    </message>
    <message>
        <source>Ink has the colour of the digit whose score it raises over the other&apos;s. The stronger the colour, the more it counts.</source>
        <translation>笔墨的颜色表示它使哪个数字的得分相对提高。颜色越深，作用越大。</translation>
    </message>
    <message>
        <source>blank page</source>
        <translation>空白页</translation>
    </message>
    <message>
        <source>all ink</source>
        <translation>全部笔墨</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>{0} minus {1}</source>
        <translation>{0} 减 {1}</translation>
    </message>
    <message>
        <source>error {0}</source>
        <translation>误差 {0}</translation>
    </message>
    <message>
        <source>for</source>
        <translation>支持</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>关闭检查器</translation>
    </message>
    <message>
        <source>Slide the whole network over the number, and see how it reads alone</source>
        <translation>让整个网络滑过整个数，看它单独如何识别</translation>
    </message>
    <message>
        <source>Slide over the number</source>
        <translation>滑过整个数</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>滑动</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Show it large; double-clicking a map or a layer&apos;s name does the same</source>
        <translation>放大查看；双击任意特征图或层名也可以</translation>
    </message>
    <message>
        <source>Click any cell of the network to see how its value is calculated.</source>
        <translation>单击网络中的任意格子，查看它的值是怎样算出来的。</translation>
    </message>
    <message>
        <source>No network is loaded.</source>
        <translation>未载入网络。</translation>
    </message>
    <message>
        <source>Draw a digit to see this unit&apos;s sum.</source>
        <translation>写一个数字，这里就会显示该单元的求和过程。</translation>
    </message>
    <message>
        <source>Draw a digit to see this map.</source>
        <translation>写一个数字，这里就会显示该特征图。</translation>
    </message>
    <message>
        <source>Draw a digit to see this layer.</source>
        <translation>写一个数字，这里就会显示该层。</translation>
    </message>
    <message>
        <source>before tanh</source>
        <translation>tanh 之前</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>整张图</translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation>整层</translation>
    </message>
    <message>
        <source>Off one by one…</source>
        <translation>逐一关闭…</translation>
    </message>
    <message>
        <source>See which map matters most for this drawing</source>
        <translation>查看哪张特征图对这幅笔迹最重要</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} units</source>
        <translation>{0} 个单元</translation>
    </message>
    <message>
        <source>mean of {0} values = {1}</source>
        <translation>{0} 个值的平均 = {1}</translation>
    </message>
    <message>
        <source>← and → choose another input map.</source>
        <translation>按 ← 和 → 可切换输入图。</translation>
    </message>
    <message>
        <source>ink {0}</source>
        <translation>墨量 {0}</translation>
    </message>
    <message>
        <source>A pixel of the input: 1 is ink, 0 is paper. The units that see it are outlined in every layer.</source>
        <translation>输入中的一个像素：1 为墨，0 为纸。各层中框出的是能看到它的单元。</translation>
    </message>
    <message>
        <source>products {0}  +  bias {1}  =  {2}</source>
        <translation>乘积之和 {0}  +  偏置 {1}  =  {2}</translation>
    </message>
    <message>
        <source>tanh  →  {0}</source>
        <translation>tanh  →  {0}</translation>
    </message>
    <message>
        <source>softmax  →  {0}</source>
        <translation>softmax  →  {0}</translation>
    </message>
    <message>
        <source>off: held at {0}</source>
        <translation>已关闭：固定为 {0}</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>The inspector: how the selected unit&apos;s value is calculated, or how the selected layer works.</source>
        <translation>检查器：选中单元的值是怎样算出来的，或选中的层是怎样工作的。</translation>
    </message>
    <message>
        <source>Show or hide the calculation of a unit&apos;s value</source>
        <translation>显示或隐藏单元值的计算过程</translation>
    </message>
    <message>
        <source>Show the inspector in a window of its own</source>
        <translation>在单独的窗口中显示检查器</translation>
    </message>
</context>
<context>
    <name>ItWas</name>
    <message>
        <source>It was</source>
        <translation>其实是</translation>
    </message>
    <message>
        <source>Label: {0}</source>
        <translation>标签：{0}</translation>
    </message>
    <message>
        <source>The data set&apos;s label, {0}: the reading agrees</source>
        <translation>数据集的标签是 {0}：识别一致</translation>
    </message>
    <message>
        <source>The data set&apos;s label, {0}: the reading differs</source>
        <translation>数据集的标签是 {0}：识别不一致</translation>
    </message>
    <message>
        <source>The data set&apos;s label, {0}</source>
        <translation>数据集的标签是 {0}</translation>
    </message>
</context>
<context>
    <name>KernelsView</name>
    <message>
        <source>Kernels of {0}</source>
        <translation>{0} 的卷积核</translation>
    </message>
</context>
<context>
    <name>KeyboardHand</name>
    <message>
        <source>Drawing with the keyboard: arrow keys move the cursor, Space puts the pen down or lifts it, Esc ends</source>
        <translation>用键盘书写：方向键移动光标，空格键落笔和提笔，Esc 键结束</translation>
    </message>
    <message>
        <source>Keyboard drawing has ended</source>
        <translation>键盘书写已结束</translation>
    </message>
    <message>
        <source>Up, at column {0}, row {1}</source>
        <translation>提笔，第 {0} 列第 {1} 行</translation>
    </message>
    <message>
        <source>Down, at column {0}, row {1}</source>
        <translation>落笔，第 {0} 列第 {1} 行</translation>
    </message>
</context>
<context>
    <name>KnownWeights</name>
    <message>
        <source>Built-in</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>Tutorial’s recipe</source>
        <translation>教程的配方</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Untrained (seed {0})</source>
        <translation>未训练（种子 {0}）</translation>
    </message>
</context>
<context>
    <name>LayerHeader</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>before tanh</source>
        <translation>tanh 之前</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>convolution {0}</source>
        <translation>卷积 {0}</translation>
    </message>
    <message>
        <source>average of {0}</source>
        <translation>平均池化 {0}</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} 个参数</translation>
    </message>
</context>
<context>
    <name>LayerPage</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The input that excites each unit most, found by gradient ascent</source>
        <translation>使每个单元响应最强的输入，由梯度上升求得</translation>
    </message>
    <message>
        <source>How the layer works</source>
        <translation>该层的工作原理</translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation>到 {0}</translation>
    </message>
    <message>
        <source>from map {0} to map {1}, row {2}, column {3}</source>
        <translation>从输入图 {0} 到特征图 {1}，第 {2} 行第 {3} 列</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}</source>
        <translation>{0}，第 {1} 行第 {2} 列</translation>
    </message>
    <message>
        <source>For each map, the patch of ink that gives its unit the largest sum. The search starts with grey and changes every pixel a little, 60 times, so that the sum grows fastest (gradient ascent).</source>
        <translation>对每张特征图，使其单元的和最大的一块笔迹。从灰色开始，60 次微调每个像素，每次都让和增长得最快（梯度上升）。</translation>
    </message>
    <message>
        <source>For each digit, the input with the largest score found from grey by 60 steps of gradient ascent. It needn&apos;t look like that digit: it shows which pixels the score responds to.</source>
        <translation>对每个数字，从灰色出发经 60 步梯度上升找到的得分最高的输入。它不一定像这个数字：它显示得分对哪些像素有响应。</translation>
    </message>
    <message>
        <source>For each unit, the input with the largest sum found from grey by 60 steps of gradient ascent. It needn&apos;t look like anything: it shows which pixels the unit responds to.</source>
        <translation>对每个单元，从灰色出发经 60 步梯度上升找到的和最大的输入。它不一定像什么：它显示该单元对哪些像素有响应。</translation>
    </message>
    <message>
        <source>Your ink, framed and padded: 1 is ink, 0 is paper.</source>
        <translation>你的笔迹，经过规整和填充：1 为墨，0 为纸。</translation>
    </message>
    <message>
        <source>Preferred input</source>
        <translation>偏好输入</translation>
    </message>
    <message>
        <source>to digit {0}, from input {1}</source>
        <translation>从输入 {1} 到数字 {0}</translation>
    </message>
    <message>
        <source>to unit {0}, from input {1}</source>
        <translation>从输入 {1} 到单元 {0}</translation>
    </message>
    <message>
        <source>from the image to map {0}, row {1}, column {2}</source>
        <translation>从图像到特征图 {0}，第 {1} 行第 {2} 列</translation>
    </message>
    <message>
        <source>the image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Slides each kernel over the maps before it. Where a patch looks like the kernel, the sum is large. tanh keeps it between −1 and 1.</source>
        <translation>每个卷积核在前一层的图上滑动：局部区域与卷积核越相似，加权和就越大。tanh 把结果限制在 −1～1。</translation>
    </message>
    <message>
        <source>Each value is the mean of four neighbours. This halves the size and makes exact positions matter less.</source>
        <translation>每个值是相邻四个值的平均：尺寸减半，对图案的确切位置也不再那么敏感。</translation>
    </message>
    <message>
        <source>Each unit weighs all values of the layer before and adds them up; tanh of the sum is its value.</source>
        <translation>每个单元将前一层的所有值加权求和；这个和的 tanh 就是它的值。</translation>
    </message>
    <message>
        <source>One unit for each digit weighs all values before it and adds them up. The softmax turns the ten sums into probabilities that add up to 1.</source>
        <translation>每个数字对应一个单元，它将前一层的所有值加权求和；softmax 再把这十个加权和变成总和为 1 的概率。</translation>
    </message>
    <message>
        <source>Size, (W − F + 2P)/S + 1:
{0}</source>
        <translation>尺寸 (W − F + 2P)/S + 1：
{0}</translation>
    </message>
    <message>
        <source>Parameters:
{0}</source>
        <translation>参数：
{0}</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 个值</translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Give the room back to the other layers (F)</source>
        <translation>把空间还给其他层 (F)</translation>
    </message>
    <message>
        <source>Give this layer half of the room (F)</source>
        <translation>让这一层占一半空间 (F)</translation>
    </message>
    <message>
        <source>Click or press Space to see how this layer works, its sizes and its weights</source>
        <translation>单击或按空格键，查看该层的工作原理、尺寸和权重</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Stop loading</source>
        <translation>停止载入</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Press Start and draw a digit: you see how it learns to read it.</source>
        <translation>按“开始”并写一个数字，看网络怎样学会识别它。</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}, step {2}</source>
        <translation>{0} / {1} 轮，第 {2} 步</translation>
    </message>
    <message>
        <source>{0}: {1} of the validation digits are read right</source>
        <translation>{0}：验证数字的识别正确率为 {1}</translation>
    </message>
    <message>
        <source>It can’t learn like this</source>
        <translation>这样无法学习</translation>
    </message>
    <message>
        <source>starter set</source>
        <translation>入门集</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>Epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>LeNet-5, trained here</source>
        <translation>LeNet-5，在此训练</translation>
    </message>
</context>
<context>
    <name>LensColumn</name>
    <message>
        <source>Lens</source>
        <translation>网络视图</translation>
    </message>
    <message>
        <source>The network through one lens at a time: choose it in the row.</source>
        <translation>每次以一种视图查看网络：在上方选择。</translation>
    </message>
    <message>
        <source>Show or hide the right column</source>
        <translation>显示或隐藏右侧栏</translation>
    </message>
    <message>
        <source>Show the right column in a window of its own</source>
        <translation>在单独的窗口中显示右侧栏</translation>
    </message>
</context>
<context>
    <name>Lenses</name>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your settings can&apos;t be saved: the settings file can&apos;t be written.</source>
        <translation>无法保存你的选择：设置文件不可写。</translation>
    </message>
    <message>
        <source>The page is full: save or clear it</source>
        <translation>页面已满：请保存或清空</translation>
    </message>
    <message>
        <source>The correction could not be saved</source>
        <translation>未能保存更正</translation>
    </message>
    <message>
        <source>Maps can&apos;t be held at their means</source>
        <translation>无法将特征图固定在其均值</translation>
    </message>
    <message>
        <source>No network: its weights could not be read</source>
        <translation>没有网络模型：无法读取其权重</translation>
    </message>
    <message>
        <source>Pinned: draw another digit to compare it with</source>
        <translation>已固定：请再写一个数字来比较</translation>
    </message>
    <message>
        <source>Pinned: {0} is now in the list of the lens Compare</source>
        <translation>已固定：{0} 现已列入“比较”视图</translation>
    </message>
</context>
<context>
    <name>MapMenu</name>
    <message>
        <source>Show this map &amp;large</source>
        <translation>放大这张特征图(&amp;L)</translation>
    </message>
    <message>
        <source>Show this layer &amp;large</source>
        <translation>放大这一层(&amp;L)</translation>
    </message>
    <message>
        <source>Give this layer half the &amp;room</source>
        <translation>让这一层占一半空间(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;How this layer works</source>
        <translation>这一层如何工作(&amp;H)</translation>
    </message>
    <message>
        <source>Off one &amp;by one…</source>
        <translation>逐一关闭(&amp;B)…</translation>
    </message>
    <message>
        <source>Copy this map&apos;s &amp;numbers</source>
        <translation>复制这张特征图的数值(&amp;N)</translation>
    </message>
    <message>
        <source>Copy this layer&apos;s &amp;numbers</source>
        <translation>复制这一层的数值(&amp;N)</translation>
    </message>
    <message>
        <source>Turn this map &amp;off</source>
        <translation>关闭这张特征图(&amp;O)</translation>
    </message>
    <message>
        <source>Turn this map &amp;on</source>
        <translation>打开这张特征图(&amp;O)</translation>
    </message>
    <message>
        <source>Turn {0} &amp;off</source>
        <translation>关闭{0}(&amp;O)</translation>
    </message>
    <message>
        <source>Turn {0} &amp;on</source>
        <translation>打开{0}(&amp;O)</translation>
    </message>
</context>
<context>
    <name>MapSharesView</name>
    <message>
        <source>Each map’s share of the difference, layer {0}</source>
        <translation>每张特征图对差值的贡献，{0} 层</translation>
    </message>
    <message>
        <source>{0} map {1}: {2}</source>
        <translation>{0} 特征图 {1}：{2}</translation>
    </message>
    <message>
        <source>What each map adds to the difference, cell by cell. Click one to see the map.</source>
        <translation>每张特征图逐格对差值的贡献。单击可查看该特征图。</translation>
    </message>
</context>
<context>
    <name>MapTiles</name>
    <message>
        <source>map {0}</source>
        <translation>图 {0}</translation>
    </message>
</context>
<context>
    <name>MapsPanel</name>
    <message>
        <source>Click a cell to see its sum. Double-click for the whole map. Click a layer&apos;s name to see how it works, or the arrows beside it to give it more room.</source>
        <translation>单击格子看求和过程，双击看整张特征图，单击层名看工作原理，单击旁边的箭头让这一层占更多空间。</translation>
    </message>
    <message>
        <source>Click a cell to see its sum. Double-click for the whole map. Click a layer&apos;s name to see how it works.</source>
        <translation>单击格子看求和过程，双击看整张特征图，单击层名看工作原理。</translation>
    </message>
    <message>
        <source>Click a cell to see its sum.</source>
        <translation>单击格子查看求和过程。</translation>
    </message>
    <message>
        <source>Range of the colours for signed values</source>
        <translation>有正负的值的颜色所覆盖的范围</translation>
    </message>
    <message>
        <source>scale −1 … +1</source>
        <translation>色阶：−1～+1</translation>
    </message>
    <message>
        <source>scale of each layer</source>
        <translation>色阶：各层独立</translation>
    </message>
    <message>
        <source>scale of each map</source>
        <translation>色阶：各图独立</translation>
    </message>
    <message>
        <source>sums, scale of each layer</source>
        <translation>加权和，色阶：各层独立</translation>
    </message>
    <message>
        <source>sums, scale of each map</source>
        <translation>加权和，色阶：各图独立</translation>
    </message>
    <message>
        <source>{0}, locked</source>
        <translation>{0}（已锁定）</translation>
    </message>
    <message>
        <source>Order by pull on the digit</source>
        <translation>按对数字的拉力排序</translation>
    </message>
    <message>
        <source>Order by pull on {0}</source>
        <translation>按对 {0} 的拉力排序</translation>
    </message>
    <message>
        <source>By pull on {0}: weight × value</source>
        <translation>按对 {0} 的拉力：权重 × 值</translation>
    </message>
    <message>
        <source>By pull on {0}: slope × value</source>
        <translation>按对 {0} 的拉力：导数 × 值</translation>
    </message>
</context>
<context>
    <name>MistakesView</name>
    <message>
        <source>Worst mistakes</source>
        <translation>最严重的错误</translation>
    </message>
    <message>
        <source>The most confident mistakes first. Click one to put it on the page.</source>
        <translation>把握最大的错误排在最前。单击可将其放到画布上。</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Move and rotate: drag the ink or a handle, or press the arrow keys, + −, comma and full stop</source>
        <translation>移动与旋转：拖动笔迹或控制点；或按方向键、+ −、逗号、句点</translation>
    </message>
    <message>
        <source>Nothing to move yet: draw something first</source>
        <translation>还没有可移动的笔迹：请先写点什么</translation>
    </message>
</context>
<context>
    <name>NearestView</name>
    <message>
        <source>Nearest digits</source>
        <translation>最相近的数字</translation>
    </message>
    <message>
        <source>Of the digits that come with the program, those whose 84 values in F6 are nearest to your drawing&apos;s, and how far they are (Euclidean distance).</source>
        <translation>随程序附带的数字中，F6 的 84 个值与你的笔迹最接近的几个，以及它们的距离（欧氏距离）。</translation>
    </message>
</context>
<context>
    <name>NotedLine</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>撤销上一次更正</translation>
    </message>
</context>
<context>
    <name>NumberParts</name>
    <message>
        <source>It was another number</source>
        <translation>其实是另一个数</translation>
    </message>
    <message>
        <source>What was it? Type its {0} digits:</source>
        <translation>其实是多少？请输入它的 {0} 个数字：</translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Click a digit to look into it.</source>
        <translation>单击一个数字，查看它的识别过程。</translation>
    </message>
    <message>
        <source>{0} for the whole number</source>
        <translation>整个数：{0}</translation>
    </message>
    <message>
        <source>or {0}?</source>
        <translation>还是 {0}？</translation>
    </message>
    <message>
        <source>something in it is no digit</source>
        <translation>其中有不是数字的内容</translation>
    </message>
    <message>
        <source>points and dashes don’t count</source>
        <translation>点和横线不计</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>,</source>
        <comment>between groups of three digits</comment>
        <translation>,</translation>
    </message>
    <message>
        <source>{0} %</source>
        <comment>a percentage</comment>
        <translation>{0}%</translation>
    </message>
</context>
<context>
    <name>OffLine</name>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n 个已关闭</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn all on</source>
        <translation>全部打开</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>全开</translation>
    </message>
    <message>
        <source>Turn on {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>OneByOne</name>
    <message>
        <source>Off one by one</source>
        <translation>逐一关闭</translation>
    </message>
    <message>
        <source>Draw a digit to see which maps matter for it.</source>
        <translation>写一个数字，这里就会显示哪些特征图对它重要。</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Change of the lead</source>
        <translation>领先值的变化</translation>
    </message>
    <message>
        <source>Probability of {0}</source>
        <translation>{0} 的概率</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>{0} leads {1} by {2} before softmax. Each map is switched off alone, and the drawing is read again: the map without which the lead changes most comes first.</source>
        <translation>softmax 之前，{0} 比 {1} 领先 {2}。逐一单独关闭每张特征图并重新识别：去掉后领先值变化最大的排在最前。</translation>
    </message>
    <message>
        <source>This is in addition to what is off: {0}.</source>
        <translation>这是在已关闭的基础上进行的：{0}。</translation>
    </message>
</context>
<context>
    <name>OneStep</name>
    <message>
        <source>{0} map {1} from {2} map {3}, row {4}, column {5}</source>
        <translation>{0} 特征图 {1}，来自 {2} 图 {3}，第 {4} 行第 {5} 列</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>{0} unit {1} from {2} unit {3}</source>
        <translation>{0} 单元 {1}，来自 {2} 单元 {3}</translation>
    </message>
    <message>
        <source>One step explained</source>
        <translation>一步详解</translation>
    </message>
    <message>
        <source>What the digit on the page is</source>
        <translation>页面上的数字是</translation>
    </message>
    <message>
        <source>1. The answer</source>
        <translation>1. 网络的回答</translation>
    </message>
    <message>
        <source>It gives a probability of {0} to the digit {1}.</source>
        <translation>网络给数字 {1} 的概率为 {0}。</translation>
    </message>
    <message>
        <source>2. The loss</source>
        <translation>2. 损失</translation>
    </message>
    <message>
        <source>binary cross-entropy, the mean over ten questions: {0}</source>
        <translation>二元交叉熵，十个问题的平均：{0}</translation>
    </message>
    <message>
        <source>3. The gradient at the output: probability minus target, for each score</source>
        <translation>3. 输出处的梯度：对每个得分，为概率减去目标值</translation>
    </message>
    <message>
        <source>3. The gradient at the output, for each score</source>
        <translation>3. 输出处的梯度，对每个得分</translation>
    </message>
    <message>
        <source>4. From there it goes back, layer by layer</source>
        <translation>4. 由此逐层反向传播</translation>
    </message>
    <message>
        <source>size of the gradient {0}; the weight that it moves most:</source>
        <translation>梯度范数 {0}；改变最多的权重：</translation>
    </message>
    <message>
        <source>5. After this one step of plain gradient descent</source>
        <translation>5. 经过这一步普通的梯度下降</translation>
    </message>
    <message>
        <source>the loss for this drawing is {0}, before it was {1}.</source>
        <translation>该笔迹的损失为 {0}，之前为 {1}。</translation>
    </message>
    <message>
        <source>Adam and momentum also use earlier steps; they are left out here.</source>
        <translation>Adam 和动量还会用到之前的各步，此处从略。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>All supported files</source>
        <translation>所有支持的文件</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Can&apos;t open this file</source>
        <translation>无法打开此文件</translation>
    </message>
    <message numerus="yes">
        <source>Only the first of %n files was opened</source>
        <translation>
            <numerusform>共 %n 个文件，只取了第一个</numerusform>
        </translation>
    </message>
    <message>
        <source>Can&apos;t paste this</source>
        <translation>无法粘贴此内容</translation>
    </message>
    <message>
        <source>Only files on this computer can be opened: save the file first</source>
        <translation>只能打开本机上的文件：请先将它保存到本机</translation>
    </message>
    <message>
        <source>Nothing to paste: no drawing, picture or file found</source>
        <translation>没有可粘贴的内容：未找到笔迹、图片或文件</translation>
    </message>
    <message>
        <source>No ink found in {0}</source>
        <translation>{0} 中没有笔迹</translation>
    </message>
    <message>
        <source>{0} contains several drawings; this is the first</source>
        <translation>{0} 含有多幅图：这是第一幅</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Use these weights</source>
        <translation>使用这些权重</translation>
    </message>
    <message>
        <source>Read with the weights that are shown, from now on</source>
        <translation>从现在起用所显示的权重识别</translation>
    </message>
    <message>
        <source>Back to those before</source>
        <translation>恢复之前的权重</translation>
    </message>
    <message>
        <source>Read again with the weights from before it learned</source>
        <translation>重新用学习之前的权重识别</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the weights that are shown, with their recipe</source>
        <translation>保存所显示的权重及其训练配方</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Save the curves and figures of this run in a folder</source>
        <translation>将本次训练的曲线和图表保存到文件夹</translation>
    </message>
    <message>
        <source>The weights could not be saved</source>
        <translation>未能保存权重</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>报告的文件夹</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>未能保存报告</translation>
    </message>
    <message>
        <source>Save the weights?</source>
        <translation>要保存权重吗？</translation>
    </message>
    <message>
        <source>The network has learned, and its weights are not saved.</source>
        <translation>网络已经学习过，但其权重尚未保存。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>{0} in a window of its own</source>
        <translation>在单独的窗口中显示{0}</translation>
    </message>
    <message>
        <source>Put back into the window</source>
        <translation>放回主窗口</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>在单独的窗口中打开</translation>
    </message>
    <message>
        <source>Close; reopen from the View menu</source>
        <translation>关闭；可从“视图”菜单重新打开</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>&amp;All digits</source>
        <translation>全部数字(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next digit</source>
        <translation>下一个数字(&amp;N)</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>How dark a pixel must be to count as ink.
Lower values include fainter lines; higher values ignore darker smudges.</source>
        <translation>像素多深才算墨迹。
调低可纳入较淡的线条，调高可忽略较深的污迹。</translation>
    </message>
    <message>
        <source>Ink found</source>
        <translation>找到的墨迹</translation>
    </message>
    <message>
        <source>No ink in the frame.</source>
        <translation>框内没有墨迹。</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的内容</translation>
    </message>
    <message>
        <source>Frame a digit or a number. Arrow keys move the frame; with Shift, they resize it.</source>
        <translation>框住一个数字或一个数。方向键移动方框，按住 Shift 则调整大小。</translation>
    </message>
    <message>
        <source>Click a digit to choose it, or frame what to read. Arrow keys move the frame; with Shift, they resize it.</source>
        <translation>单击一个数字即可选中，或框住要识别的部分。方向键移动方框，按住 Shift 则调整大小。</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>&amp;Threshold: {0} %</source>
        <translation>阈值(&amp;T)：{0} %</translation>
    </message>
</context>
<context>
    <name>PictureSaver</name>
    <message>
        <source>Export the drawing</source>
        <translation>导出笔迹</translation>
    </message>
    <message>
        <source>Export the 28×28 pixels</source>
        <translation>导出 28×28 像素</translation>
    </message>
    <message>
        <source>&amp;Drawing…</source>
        <translation>笔迹(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;28×28 pixels…</source>
        <translation>&amp;28×28 像素…</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>导出失败</translation>
    </message>
</context>
<context>
    <name>PinTile</name>
    <message>
        <source>Pinned: {0}</source>
        <translation>已固定：{0}</translation>
    </message>
    <message>
        <source>Compare with this drawing</source>
        <translation>与这幅图比较</translation>
    </message>
</context>
<context>
    <name>PlusTile</name>
    <message>
        <source>Pin what is on the canvas</source>
        <translation>固定画布上的内容</translation>
    </message>
    <message>
        <source>Pin what is on the canvas, to compare it with other drawings</source>
        <translation>固定画布上的内容，以便与其他图比较</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Reading, in training</source>
        <translation>识别结果，训练中</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>尚未书写</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清除列表(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the list of recent files</source>
        <translation>清空最近文件列表</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>While you drew</source>
        <translation>书写过程</translation>
    </message>
    <message>
        <source>While it learns</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>History</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>回放速度</translation>
    </message>
    <message>
        <source>Speed of the replay: {0}</source>
        <translation>回放速度：{0}</translation>
    </message>
</context>
<context>
    <name>Replays</name>
    <message>
        <source>{0} of {1} seconds</source>
        <translation>第 {0} 秒，共 {1} 秒</translation>
    </message>
    <message>
        <source>Replaying: Esc ends the replay</source>
        <translation>正在回放：按 Esc 结束</translation>
    </message>
    <message>
        <source>The replay has ended</source>
        <translation>回放结束</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>One batch</source>
        <translation>学一批</translation>
    </message>
    <message>
        <source>Take one step: learn from one batch of digits</source>
        <translation>走一步：学习一批数字</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>学一轮</translation>
    </message>
    <message>
        <source>Learn from every digit once</source>
        <translation>每个数字各学一次</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>From one batch a second to as fast as it goes</source>
        <translation>从每秒一批到尽可能快</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Kernels of C3</source>
        <translation>C3 的卷积核</translation>
    </message>
    <message>
        <source>Kernels of C1</source>
        <translation>C1 的卷积核</translation>
    </message>
    <message>
        <source>Gradient size</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>最严重的错误</translation>
    </message>
    <message>
        <source>One step explained</source>
        <translation>一步详解</translation>
    </message>
    <message>
        <source>how wrong the answers are</source>
        <translation>答案错得有多厉害</translation>
    </message>
    <message>
        <source>dashed: training</source>
        <translation>虚线：训练</translation>
    </message>
    <message>
        <source>the first steps, then every epoch: go back to any</source>
        <translation>先是最初几步，然后每轮一个：可回到任意一个</translation>
    </message>
    <message>
        <source>a column for each map</source>
        <translation>每张特征图一列</translation>
    </message>
    <message>
        <source>small: at start</source>
        <translation>小图：开始时</translation>
    </message>
    <message>
        <source>by layer, last step</source>
        <translation>各层，最近一步</translation>
    </message>
    <message>
        <source>validation digits</source>
        <translation>验证数字</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic scale</source>
        <translation>以对数刻度显示损失</translation>
    </message>
    <message>
        <source>C3’s</source>
        <translation>C3 的</translation>
    </message>
    <message>
        <source>Show the kernels of C3 in place of C1’s</source>
        <translation>显示 C3 而不是 C1 的卷积核</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Drop what was learned after this checkpoint</source>
        <translation>丢弃此检查点之后学到的内容</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Pin these weights, to compare them in the lens Compare</source>
        <translation>固定这些权重，以便在“比较”视图中比较</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>讲解…</translation>
    </message>
    <message>
        <source>{0} of {1} wrong</source>
        <translation>{1} 个中错 {0} 个</translation>
    </message>
</context>
<context>
    <name>ScoresView</name>
    <message>
        <source>Scores, also called logits, are the output layer’s sums before softmax. One more makes a digit 2.7 times as probable, compared with the others.</source>
        <translation>得分也叫 logit，是输出层在 softmax 之前的加权和。每增加 1，该数字相对于其他数字的可能性就变为 2.7 倍。</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Probability and score</source>
        <translation>概率与得分</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Differences of the scores</source>
        <translation>得分的差值</translation>
    </message>
    <message>
        <source>Scores before softmax</source>
        <translation>softmax 之前的得分</translation>
    </message>
    <message>
        <source>The network&apos;s ten sums before they become probabilities. Click one to weigh its digit against the one that is read.</source>
        <translation>网络的十个加权和，尚未变成概率。单击其中一个，将该数字与识别结果相比较。</translation>
    </message>
</context>
<context>
    <name>SessionKeeper</name>
    <message>
        <source>no free slot in {0}</source>
        <translation>{0} 中没有空位</translation>
    </message>
    <message>
        <source>Your last drawing is damaged; its file was kept as {0}</source>
        <translation>上次的笔迹已损坏；其文件保留为 {0}</translation>
    </message>
    <message>
        <source>Your last drawing is back</source>
        <translation>已恢复上次的笔迹</translation>
    </message>
    <message numerus="yes">
        <source>%n more unsaved drawings: open another window for each</source>
        <translation>
            <numerusform>还有 %n 幅：每再启动一次程序可取回一幅</numerusform>
        </translation>
    </message>
    <message>
        <source>Your drawing can&apos;t be backed up: {0}</source>
        <translation>无法备份你的笔迹：{0}</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>new</source>
        <translation>新权重</translation>
    </message>
    <message>
        <source>weights in use</source>
        <translation>当前权重</translation>
    </message>
    <message>
        <source>shipped weights</source>
        <translation>自带权重</translation>
    </message>
    <message>
        <source>this run’s weights</source>
        <translation>本次训练的权重</translation>
    </message>
    <message>
        <source>the run kept on disk</source>
        <translation>已保留的训练</translation>
    </message>
    <message>
        <source>SGD, momentum</source>
        <translation>SGD，动量</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>falls to 0</source>
        <translation>降到 0</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>学习率变化</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>mix in mine</source>
        <translation>混入我的</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>到磁盘</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Start from: random weights, which know nothing, or trained ones.</source>
        <translation>起点：一无所知的随机权重，或训练过的权重。</translation>
    </message>
    <message>
        <source>Digits: what it learns from. Some are held out to validate it.</source>
        <translation>数字：网络从中学习，并留出一部分用于验证。</translation>
    </message>
    <message>
        <source>How many: with few digits it learns them by heart.</source>
        <translation>数量：数字太少，网络就会死记硬背。</translation>
    </message>
    <message>
        <source>Learning rate: the size of a step. Too high and the loss jumps.</source>
        <translation>学习率：一步的大小。过高时损失会忽高忽低。</translation>
    </message>
    <message>
        <source>Batch size: the digits whose mean gradient makes one step.</source>
        <translation>批量大小：多少个数字的平均梯度构成一步。</translation>
    </message>
    <message>
        <source>Optimiser: how a gradient becomes a step.</source>
        <translation>优化器：怎样由梯度得出一步。</translation>
    </message>
    <message>
        <source>Epochs: how often it sees every digit.</source>
        <translation>轮数：网络把每个数字看多少遍。</translation>
    </message>
    <message>
        <source>Dropout: the share of C5’s and F6’s units off in each step.</source>
        <translation>Dropout（随机失活）：每一步中 C5 和 F6 被关闭的单元比例。</translation>
    </message>
    <message>
        <source>Weight decay: shrinks the weights a little in each step.</source>
        <translation>权重衰减：每一步都把权重缩小一点。</translation>
    </message>
    <message>
        <source>Loss: the number that measures how wrong the answers are.</source>
        <translation>损失：衡量答案错得有多厉害的数。</translation>
    </message>
    <message>
        <source>Rate over time: smaller steps towards the end find a rest.</source>
        <translation>学习率变化：临近结束时步子变小，才能安定下来。</translation>
    </message>
    <message>
        <source>Seed: the same seed gives the same run on this machine.</source>
        <translation>随机种子：在本机上，种子相同则训练过程相同。</translation>
    </message>
    <message>
        <source>Corrections: the digits you corrected are learned, too.</source>
        <translation>更正：你更正过的数字也一并学习。</translation>
    </message>
    <message>
        <source>Keep: every epoch is saved, to go on after a crash.</source>
        <translation>保留：每一轮都会保存，崩溃后可以继续。</translation>
    </message>
    <message>
        <source>starter set</source>
        <translation>入门集</translation>
    </message>
    <message>
        <source>All of MNIST…</source>
        <translation>完整的 MNIST…</translation>
    </message>
    <message>
        <source>Data set…</source>
        <translation>数据集…</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Move the drawing; Shift: finely</source>
        <translation>移动笔迹；按住 Shift 微移</translation>
    </message>
    <message>
        <source>Move the pen; Shift: finely</source>
        <translation>移动笔尖；按住 Shift 微移</translation>
    </message>
    <message>
        <source>In the chart</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>Next part, or previous</source>
        <translation>转到下一部分，或返回</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>转到菜单</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>上下文菜单</translation>
    </message>
    <message>
        <source>Scale it up, down</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Rotate it left, right</source>
        <translation>向左、向右旋转</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>In the maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Next cell, map or layer</source>
        <translation>转到相邻的格子、特征图或层</translation>
    </message>
    <message>
        <source>Inspect the outlined unit</source>
        <translation>查看框出的单元</translation>
    </message>
    <message>
        <source>Explain the layer</source>
        <translation>该层的工作原理和权重</translation>
    </message>
    <message>
        <source>Half the room for the layer</source>
        <translation>让这一层占一半空间</translation>
    </message>
    <message>
        <source>Order C5 or F6 by pull</source>
        <translation>按拉力排列 C5 或 F6</translation>
    </message>
    <message>
        <source>Sum of another input map</source>
        <translation>转到另一张输入图的贡献</translation>
    </message>
    <message>
        <source>Turn that input map off or on</source>
        <translation>关闭或打开该输入图</translation>
    </message>
    <message>
        <source>Slide the kernel, pause</source>
        <translation>滑动卷积核、暂停</translation>
    </message>
    <message>
        <source>Next place, previous</source>
        <translation>下一处、上一处</translation>
    </message>
    <message>
        <source>Zoom a large map in, out</source>
        <translation>放大、缩小整张特征图</translation>
    </message>
    <message>
        <source>Zoom it to fit</source>
        <translation>使整张特征图适合窗口</translation>
    </message>
    <message>
        <source>Data sets and corrections</source>
        <translation>数据集和更正</translation>
    </message>
    <message>
        <source>Next digit, onto the canvas</source>
        <translation>下一个数字，放到画布上</translation>
    </message>
    <message>
        <source>This digit, onto the canvas</source>
        <translation>这个数字，放到画布上</translation>
    </message>
    <message>
        <source>Filter by label</source>
        <translation>按标签筛选</translation>
    </message>
    <message>
        <source>Change the label</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>In the inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Canvas: move and rotate</source>
        <translation>画布：移动与旋转</translation>
    </message>
    <message>
        <source>Canvas: draw with the keyboard</source>
        <translation>画布：用键盘书写</translation>
    </message>
    <message>
        <source>Pen down, pen up</source>
        <translation>落笔或提笔</translation>
    </message>
    <message>
        <source>Previous, next moment</source>
        <translation>前一时刻、后一时刻</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>SlideButtons</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>滑动</translation>
    </message>
    <message>
        <source>Slide the kernel over the map from here, place by place (Space)</source>
        <translation>让卷积核从这里起逐处滑过整张图（空格键）</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格键）</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Go on by one place (.); back: ,</source>
        <translation>前进一处 (.)；后退：,</translation>
    </message>
    <message>
        <source>Places a second</source>
        <translation>每秒处数</translation>
    </message>
    <message>
        <source>{0} places a second</source>
        <translation>每秒 {0} 处</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>每秒 {0} 处</translation>
    </message>
</context>
<context>
    <name>SoftmaxTable</name>
    <message>
        <source>Softmax step by step</source>
        <translation>逐步计算 softmax</translation>
    </message>
    <message>
        <source>Softmax turns ten scores into probabilities: e to the power of each score, divided by the sum of all ten powers. The largest score is subtracted first: that changes no probability, and keeps the powers from becoming too large.</source>
        <translation>softmax 把十个得分变成概率：以各得分为指数求 e 的幂，再除以十个幂的总和。先减去最大的得分：这不改变任何概率，又能避免幂过大。</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>− largest</source>
        <translation>− 最大值</translation>
    </message>
    <message>
        <source>e to that</source>
        <translation>e 的幂</translation>
    </message>
    <message>
        <source>÷ sum</source>
        <translation>÷ 总和</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Point at a cell of the network to read its value</source>
        <translation>指向网络中的格子可读取它的值</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>没有网络模型</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>{0}, {1} parameters</source>
        <translation>{0}，{1} 个参数</translation>
    </message>
    <message>
        <source>Weights in training, not saved</source>
        <translation>权重训练中，未保存</translation>
    </message>
    <message>
        <source>read in {0} ms</source>
        <translation>识别用时 {0} ms</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Steps from your ink to the network&apos;s input</source>
        <translation>从你的笔迹到网络输入的步骤</translation>
    </message>
    <message>
        <source>Framed like MNIST: the ink&apos;s bounding box is scaled to 20 pixels and its centre of mass moved to the centre of 28×28.
Whole canvas: the canvas is shrunk as it is.
Then two pixels of paper are added on each side.</source>
        <translation>按 MNIST 规整：笔迹的外接矩形缩放到 20 像素，质心放在 28×28 的中心。
整张画布：画布原样缩小。
最后四周各加两个像素的空白。</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>your ink</source>
        <translation>你的笔迹</translation>
    </message>
    <message>
        <source>framed 28×28</source>
        <translation>规整 28×28</translation>
    </message>
    <message>
        <source>whole canvas</source>
        <translation>整张画布</translation>
    </message>
    <message>
        <source>padded 32×32</source>
        <translation>填充 32×32</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Frame like MNIST</source>
        <translation>按 MNIST 规整</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>What it sees: digit {0} of {1}</source>
        <translation>网络看到的：第 {0} 个数字，共 {1} 个</translation>
    </message>
    <message>
        <source>Digit {0} of {1}</source>
        <translation>第 {0} 个，共 {1} 个</translation>
    </message>
</context>
<context>
    <name>StripsView</name>
    <message>
        <source>The network, slid over the number</source>
        <translation>滑过整个数的网络</translation>
    </message>
    <message>
        <source>Every layer runs once over the whole number. Each column of the output is the network’s answer to the window above it. Use ← and → to move the window, and ↑ and ↓ to see other maps.</source>
        <translation>每一层在整个数上运行一次。输出的每一列是网络对其上方窗口的响应。按 ← 和 → 移动窗口，按 ↑ 和 ↓ 查看其他特征图。</translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation>图 {0}</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>sliding</source>
        <translation>滑动</translation>
    </message>
    <message>
        <source>cutting</source>
        <translation>切分</translation>
    </message>
    <message>
        <source>Window {0} of {1}: closest to {2} ({3}), evidence {4}</source>
        <translation>窗口 {0}/{1}：最接近 {2}（{3}），证据 {4}</translation>
    </message>
    <message>
        <source>{0}; read as {1}</source>
        <translation>{0}；识别为 {1}</translation>
    </message>
    <message>
        <source>{0}; refused</source>
        <translation>{0}；被拒绝</translation>
    </message>
    <message>
        <source>{0}; between digits</source>
        <translation>{0}；在数字之间</translation>
    </message>
    <message>
        <source>Click for the next map</source>
        <translation>单击查看下一张特征图</translation>
    </message>
    <message>
        <source>Probability of {0}: {1}</source>
        <translation>{0} 的概率：{1}</translation>
    </message>
    <message>
        <source>{0}, unit {1}: {2}</source>
        <translation>{0}，单元 {1}：{2}</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}: {3}</source>
        <translation>{0}，第 {1} 行第 {2} 列：{3}</translation>
    </message>
    <message>
        <source>{0}, map {1}</source>
        <translation>{0}，图 {1}</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Input: your ink in 32×32 pixels; this is all the network sees.</source>
        <translation>输入：你的笔迹化成的 32×32 像素，网络看到的仅此而已。</translation>
    </message>
    <message>
        <source>Convolution: a small kernel slides over the maps before it and is compared with every patch; where they are alike, the value is large.</source>
        <translation>卷积：小小的卷积核在前一层的图上滑动，与每个局部区域逐项相乘再求和；两者越相似，值越大。</translation>
    </message>
    <message>
        <source>Average pooling: four neighbours are replaced by their mean, so that exact positions matter less.</source>
        <translation>平均池化：相邻的四个值合为它们的平均值，这样图案的确切位置就不那么重要了。</translation>
    </message>
    <message>
        <source>Linear layer: every unit weighs all values of the layer before and adds them up.</source>
        <translation>全连接层：每个单元将前一层的所有值加权求和。</translation>
    </message>
    <message>
        <source>tanh: squeezes any sum into −1 … +1, so that large sums don&apos;t drown the rest.</source>
        <translation>tanh：把任意大小的加权和压缩到 −1～+1，以免较大的值淹没其余的值。</translation>
    </message>
    <message>
        <source>Softmax: turns ten sums into probabilities: e to the power of each sum, divided by the total of all ten.</source>
        <translation>softmax：把十个加权和变成概率；以各加权和为指数求 e 的幂，再除以这十个幂的总和。</translation>
    </message>
    <message>
        <source>Parameters: the numbers found by training: kernels, weights and biases.</source>
        <translation>参数：训练得到的数，包括卷积核、权重和偏置。</translation>
    </message>
    <message>
        <source>Bias: a trained number that each unit adds to its sum.</source>
        <translation>偏置：单元自己的一个数，要加到加权和上。</translation>
    </message>
    <message>
        <source>Kernel: the trained pattern that every patch is compared with.</source>
        <translation>卷积核：训练得到的模式，用来与局部区域比对，在图上各处都相同。</translation>
    </message>
    <message>
        <source>What it sees: the patch of the previous map that this unit is computed from.</source>
        <translation>所见区域：前一层的图中用来计算该单元的那一小块。</translation>
    </message>
    <message>
        <source>Products: each value it sees times the kernel&apos;s number at the same place.</source>
        <translation>乘积：所见的每个值与卷积核中同一位置的数相乘。</translation>
    </message>
    <message>
        <source>Each bar is the contribution of one input map. Click a bar, or use ← and →, to see it.</source>
        <translation>每根柱表示一张输入图的贡献。单击某根柱，或按 ← 和 →，即可查看。</translation>
    </message>
    <message>
        <source>Receptive field: the part of the input that a unit&apos;s value depends on.</source>
        <translation>感受野：输入中决定该单元的值的那一部分。</translation>
    </message>
    <message>
        <source>Probability: how sure the network is of each digit. All ten add up to 100 %, whatever you draw.</source>
        <translation>概率：网络对每个数字有多大把握；无论写什么，十个概率之和总是 100%。</translation>
    </message>
    <message>
        <source>Each row is one value of the layer before times its weight: its contribution to the sum.</source>
        <translation>每一行是前一层的一个值乘以它的权重，也就是它对加权和的贡献。</translation>
    </message>
    <message>
        <source>Pull: the weight to the digit times the unit&apos;s value. Together with the bias, all pulls add up to the digit&apos;s score.</source>
        <translation>拉力：到该数字的权重乘以单元的值。所有拉力与偏置相加，就是该数字的得分。</translation>
    </message>
    <message>
        <source>Pull: how the digit&apos;s score changes with the unit&apos;s value (its derivative), times that value.</source>
        <translation>拉力：该数字的得分对单元值的导数，乘以这个值。</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>{0}, no ink</source>
        <translation>{0}，无笔迹</translation>
    </message>
    <message>
        <source>{0}, read {1}</source>
        <translation>{0}，误作 {1}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Eraser width in pixels of 28</source>
        <translation>橡皮擦宽度（以 28×28 图像的像素计）</translation>
    </message>
    <message>
        <source>Eraser width, in pixels of the 28×28 image ([ and ])</source>
        <translation>橡皮擦宽度，以 28×28 图像的像素计（[ 和 ]）</translation>
    </message>
    <message>
        <source>Pen width in pixels of 28</source>
        <translation>笔尖宽度（以 28×28 图像的像素计）</translation>
    </message>
    <message>
        <source>Pen width, in pixels of the 28×28 image ([ and ])
Framed like MNIST, strokes are kept between 2 and 3 pixels</source>
        <translation>笔尖宽度，以 28×28 图像的像素计（[ 和 ]）
按 MNIST 规整时，笔画宽度保持在 2～3 像素</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Show me one</source>
        <translation>给我看一个</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>Draw here with the mouse, a pen or a finger, at any size and anywhere. It is read as you draw.</source>
        <translation>用鼠标、手写笔或手指写在这里，大小和位置随意，边写边识别。</translation>
    </message>
    <message>
        <source>The network&apos;s probability for each digit. All ten add up to 100&#xa0;% and change with every point you draw.</source>
        <translation>网络认为各数字有多大可能。十个概率之和为 100%，每写一个点都会变化。</translation>
    </message>
    <message>
        <source>Your ink, scaled and centred like the digits that the network learned from. These few pixels are all it gets. Turn the switch off to see how it reads without that help.</source>
        <translation>你的笔迹会缩小并居中，就像网络学习时所用的数字那样。网络得到的只有这几个像素；用开关可以看看没有这种帮助时它识别得怎样。</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>Inside the network</source>
        <translation>网络内部</translation>
    </message>
    <message>
        <source>The output of every layer, from your ink at the top to ten digits at the bottom. Point at a cell: what it sees is outlined in the layers above and on your ink.</source>
        <translation>各层的响应，从最上方你的笔迹到最下方的十个数字。指向一个格子：它所看的区域会在上面各层和你的笔迹上框出。</translation>
    </message>
    <message>
        <source>One number, explained</source>
        <translation>一个数值的由来</translation>
    </message>
    <message>
        <source>Click any cell. The one selected here multiplies what it sees by its kernel and adds up the products and its bias; tanh of that sum is its value. Keep drawing and watch it change.</source>
        <translation>单击任意格子。这里选中的格子把它看到的区域乘以卷积核，再把各乘积与偏置相加；这个和的 tanh 就是它的值。继续书写，看看它如何变化。</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>UnitText</name>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>{0} is off</source>
        <translation>{0} 已关闭</translation>
    </message>
    <message>
        <source>{0} is on</source>
        <translation>{0} 已打开</translation>
    </message>
    <message>
        <source>{0} units off</source>
        <translation>{0} 个单元已关闭</translation>
    </message>
    <message>
        <source>{0} maps off</source>
        <translation>{0} 张特征图已关闭</translation>
    </message>
    <message>
        <source>{0} maps and units off</source>
        <translation>{0} 个特征图和单元已关闭</translation>
    </message>
    <message>
        <source>sum before tanh {0}</source>
        <translation>tanh 之前的和 {0}</translation>
    </message>
    <message>
        <source>value {0}</source>
        <translation>值 {0}</translation>
    </message>
    <message>
        <source>digit {0}</source>
        <translation>数字 {0}</translation>
    </message>
    <message>
        <source>unit {0}</source>
        <translation>单元 {0}</translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation>第 {0} 行第 {1} 列</translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation>特征图 {0}</translation>
    </message>
    <message>
        <source>sees all of the {0} input</source>
        <translation>感受野：整个 {0} 输入</translation>
    </message>
    <message>
        <source>sees rows {0}–{1}, columns {2}–{3} of the {4} input</source>
        <translation>感受野：{4} 输入的第 {0}～{1} 行、第 {2}～{3} 列</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Each unit’s share of the difference</source>
        <translation>每个单元对差值的贡献</translation>
    </message>
    <message>
        <source>The last layer before the scores has 84 units. What each adds to the difference is its value times the difference of its two weights. Click a bar to see its unit.</source>
        <translation>得分之前的最后一层有 84 个单元。每个单元对差值的贡献等于它的值乘以它的两个权重之差。单击条形可查看该单元。</translation>
    </message>
    <message>
        <source>unit {0}: {1}</source>
        <translation>单元 {0}：{1}</translation>
    </message>
    <message>
        <source>units {0}: {1}</source>
        <translation>单元 {0}：{1}</translation>
    </message>
</context>
<context>
    <name>WeightsMenu</name>
    <message>
        <source>Can&apos;t use these weights</source>
        <translation>无法使用这些权重</translation>
    </message>
    <message>
        <source>Read with these weights</source>
        <translation>用这组权重识别</translation>
    </message>
</context>
<context>
    <name>WeightsOpener</name>
    <message>
        <source>Weights (*.safetensors *.pt *.pth *.h5 *.keras);;All files (*)</source>
        <translation>权重 (*.safetensors *.pt *.pth *.h5 *.keras);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>打开权重</translation>
    </message>
    <message>
        <source>Can&apos;t use these weights</source>
        <translation>无法使用这些权重</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>How is this computed?</source>
        <translation>这是怎样计算的？</translation>
    </message>
    <message>
        <source>Softmax step by step</source>
        <translation>逐步计算 softmax</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>before softmax</source>
        <translation>softmax 之前</translation>
    </message>
    <message>
        <source>What would change its mind</source>
        <translation>怎样会改变判断</translation>
    </message>
    <message>
        <source>Nearest digits</source>
        <translation>最相近的数字</translation>
    </message>
    <message>
        <source>and their distance in F6</source>
        <translation>及其在 F6 中的距离</translation>
    </message>
    <message>
        <source>By ink</source>
        <translation>按笔墨</translation>
    </message>
    <message>
        <source>which ink speaks for which digit</source>
        <translation>哪些笔墨支持哪个数字</translation>
    </message>
    <message>
        <source>bias {0} + units {1} = {2}</source>
        <translation>偏置 {0} + 单元 {1} = {2}</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单元</translation>
    </message>
    <message>
        <source>F6’s 84 units, the strongest first</source>
        <translation>F6 的 84 个单元，由强到弱</translation>
    </message>
    <message>
        <source>blank {0} + maps {1} = {2}</source>
        <translation>空白 {0} + 特征图 {1} = {2}</translation>
    </message>
    <message>
        <source>By map</source>
        <translation>按特征图</translation>
    </message>
    <message>
        <source>each map’s share</source>
        <translation>每张特征图的贡献</translation>
    </message>
    <message>
        <source>By stroke</source>
        <translation>按笔画</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>blank {0} + maps {1} + error {3} = {2}</source>
        <translation>空白 {0} + 特征图 {1} + 误差 {3} = {2}</translation>
    </message>
    <message>
        <source>as of the last stroke</source>
        <translation>截至上一笔</translation>
    </message>
    <message>
        <source>each stroke’s share of {0}</source>
        <translation>每个笔画在 {0} 中的贡献</translation>
    </message>
    <message>
        <source>The page can’t be opened</source>
        <translation>无法打开该页面</translation>
    </message>
    <message>
        <source>a 0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>a 1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>a 2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>a 3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>a 4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>a 5</source>
        <translation>5</translation>
    </message>
    <message>
        <source>a 6</source>
        <translation>6</translation>
    </message>
    <message>
        <source>a 7</source>
        <translation>7</translation>
    </message>
    <message>
        <source>an 8</source>
        <translation>8</translation>
    </message>
    <message>
        <source>a 9</source>
        <translation>9</translation>
    </message>
    <message>
        <source>There is no network: its weights could not be read.</source>
        <translation>没有网络：无法读取其权重。</translation>
    </message>
    <message>
        <source>A dot is too little ink to be read as a digit: draw on.</source>
        <translation>一个点太少，无法识别为数字：请继续写。</translation>
    </message>
    <message>
        <source>Draw a digit: here you see why it is read as that digit and no other.</source>
        <translation>写一个数字：这里会显示为什么识别为它，而不是别的数字。</translation>
    </message>
    <message>
        <source>The scores are too large to be numbers: this network can’t be explained.</source>
        <translation>得分过大，已不是有效数值：无法解释这个网络。</translation>
    </message>
    <message>
        <source>The network is in training: pale parts follow when training pauses.</source>
        <translation>网络正在训练：变淡的部分会在训练暂停后更新。</translation>
    </message>
    <message>
        <source>It doesn’t look like a digit: these are the two that it resembles most.</source>
        <translation>看起来不像数字：这是与它最相似的两个。</translation>
    </message>
    <message>
        <source>Maps are off: this is why the network without them reads it so.</source>
        <translation>有特征图已关闭：这里解释的是没有它们的网络为何这样识别。</translation>
    </message>
    <message>
        <source>This is a picture: it has ink, but no strokes to take apart.</source>
        <translation>这是一张图片：有笔墨，但没有可分开的笔画。</translation>
    </message>
    <message>
        <source>Why {0} and not {1}?</source>
        <translation>为什么是 {0} 而不是 {1}？</translation>
    </message>
    <message>
        <source>Why {0} rather than {1}?</source>
        <translation>为什么更像 {0} 而不是 {1}？</translation>
    </message>
    <message>
        <source>{0} scores {1}, {2} scores {3}: a difference of {4}, so {0} is {5} times as probable.</source>
        <translation>{0} 得 {1} 分，{2} 得 {3} 分：相差 {4}，所以 {0} 的概率是后者的 {5} 倍。</translation>
    </message>
    <message>
        <source>{0} scores {1}, {2} scores {3}: a difference of {4}, so both are about equally probable.</source>
        <translation>{0} 得 {1} 分，{2} 得 {3} 分：相差 {4}，所以两者的概率差不多。</translation>
    </message>
</context>
<context>
    <name>Winner</name>
    <message>
        <source>Reading</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>closest: {0}</source>
        <translation>最接近 {0}</translation>
    </message>
    <message>
        <source>perhaps {0}</source>
        <translation>可能是 {0}</translation>
    </message>
    <message>
        <source>too little ink to tell</source>
        <translation>笔迹太少，无法辨认</translation>
    </message>
    <message>
        <source>No digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>doesn&apos;t look like a digit</source>
        <translation>不像数字</translation>
    </message>
    <message>
        <source>a zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>a one</source>
        <translation>1</translation>
    </message>
    <message>
        <source>a two</source>
        <translation>2</translation>
    </message>
    <message>
        <source>a three</source>
        <translation>3</translation>
    </message>
    <message>
        <source>a four</source>
        <translation>4</translation>
    </message>
    <message>
        <source>a five</source>
        <translation>5</translation>
    </message>
    <message>
        <source>a six</source>
        <translation>6</translation>
    </message>
    <message>
        <source>a seven</source>
        <translation>7</translation>
    </message>
    <message>
        <source>an eight</source>
        <translation>8</translation>
    </message>
    <message>
        <source>a nine</source>
        <translation>9</translation>
    </message>
    <message>
        <source>doesn&apos;t look like a digit (closest: {0})</source>
        <translation>不像数字（最接近 {0}）</translation>
    </message>
    <message>
        <source>{0}, or {1}?</source>
        <translation>是 {0}，还是 {1}？</translation>
    </message>
    <message>
        <source>clearly {0}</source>
        <translation>显然是 {0}</translation>
    </message>
    <message>
        <source>probably {0}</source>
        <translation>很可能是 {0}</translation>
    </message>
</context>
<context>
    <name>ZoomView</name>
    <message>
        <source>Zoom with the wheel, a pinch, + or −: large cells show their numbers. Drag to move; double-click or press 0 to fit.</source>
        <translation>用滚轮、双指捏合、+ 或 − 缩放：格子够大时会显示数值。拖动可平移；双击或按 0 适应窗口。</translation>
    </message>
</context>
</TS>
