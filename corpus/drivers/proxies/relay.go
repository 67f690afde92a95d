// A relay on gin with its default logger.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

func passOn(target string, strip string) gin.HandlerFunc {
	to, _ := url.Parse(target)
	proxy := httputil.NewSingleHostReverseProxy(to)
	proxy.Transport = &http.Transport{ResponseHeaderTimeout: time.Second}
	return func(c *gin.Context) {
		c.Request.URL.Path = strings.TrimPrefix(c.Request.URL.Path, strip)
		proxy.ServeHTTP(c.Writer, c.Request)
	}
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	gin.DefaultWriter = os.Stdout
	app := gin.Default()
	app.POST("/v1/messages", passOn(os.Getenv("API"), ""))
	app.POST("/refused/v1/messages", passOn(os.Getenv("REFUSED"), "/refused"))
	app.Run(os.Getenv("LISTEN"))
}
